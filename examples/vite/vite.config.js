/** While developing, what the page posts goes on to the server that holds the key. */
export default {
  server: { proxy: { '/api': process.env.OKAYFACE_RELAY ?? 'http://localhost:8080' } },
};
