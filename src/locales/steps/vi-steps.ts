import type { StepTexts } from './step-texts.js';

export const viSteps: StepTexts = {
  'step.site.sign': 'Nhấn biểu tượng ở bên trái địa chỉ trang.',
  'step.site.camera': 'Tìm “Máy ảnh” ở đó, rồi bật lên hoặc chọn “Cho phép”.',
  'step.firefox.sign': 'Nhấn biểu tượng máy ảnh bị gạch chéo cạnh địa chỉ trang.',
  'step.firefox.clear': 'Nhấn dấu × cạnh máy ảnh bị chặn.',
  'step.safari.menu': 'Trên thanh menu, mở “Safari” rồi “Cài đặt” cho trang web này.',
  'step.safari.camera': 'Bên cạnh “Camera”, chọn “Cho phép”.',
  'step.ios.menu': 'Nhấn biểu tượng cạnh địa chỉ trang, rồi chọn “Cài đặt trang web”.',
  'step.ios.app': 'Mở “Cài đặt” của thiết bị, tìm trình duyệt này trong các ứng dụng, và bật “Camera”.',
  'step.app.menu':
    'Bạn đang ở trong một ứng dụng khác. Hãy mở menu của nó: ba dấu chấm hoặc biểu tượng chia sẻ.',
  'step.app.browser': 'Chọn mở trang này trong trình duyệt của bạn.',
  'step.system.windows':
    'Mở cài đặt Windows, “Quyền riêng tư và bảo mật”, “Camera”, và cho phép trình duyệt của bạn.',
  'step.system.mac': 'Mở cài đặt hệ thống, “Quyền riêng tư & Bảo mật”, “Camera”, và bật trình duyệt của bạn.',
  'step.system.android':
    'Mở cài đặt điện thoại, “Ứng dụng”, trình duyệt của bạn, “Quyền”, và cho phép máy ảnh.',
  'step.again': 'Quay lại đây. Quá trình sẽ tự tiếp tục.',
  'step.reload': 'Nếu không có gì xảy ra, hãy tải lại trang này.',
  'step.close': 'Đóng các ứng dụng, thẻ và cuộc gọi video khác đang dùng máy ảnh.',
  'step.restart': 'Nếu vẫn không được, hãy khởi động lại thiết bị.',
  'step.connected': 'Kiểm tra xem máy ảnh đã được cắm chưa.',
  'step.cover': 'Mở nắp che máy ảnh, hoặc nhấn phím máy ảnh trên bàn phím.',
  'step.phone': 'Hoặc mở trang này trên điện thoại.',
  'step.https': 'Thêm https:// trước địa chỉ trang, rồi mở lại.',
  'step.tab': 'Mở trang này trong một thẻ riêng.',
};
