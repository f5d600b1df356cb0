/**
 * Words by which a duty is read: what opens the name of a body, what may not follow, and the verbs that end it. Lower case,
 * canonical tone places. Gathered from plans of provinces, departments, districts, communes, party committees and schools.
 */

const list = (words: string): Set<string> => new Set(words.split(', '))

/** First words of bodies, offices and people that may be given a duty; the longest that fits counts. */
export const BODY_HEADS = list(
  'sở, phòng, ban, văn phòng, ubnd, hđnd, ubmttq, ubmttqvn, mttq, bhxh, lhpn, ccb, thcs, thpt, vnpt, viettel, ủy ban, hội đồng, hội, đoàn, đoàn thể, huyện đoàn, tỉnh đoàn, ' +
    'thành đoàn, xã đoàn, quận đoàn, thị đoàn, chi đoàn, công an, trung tâm, trường, đài, báo, chi cục, cục, tổng cục, vụ, bộ, bảo hiểm, thanh tra, tổ, trạm, kho bạc, ' +
    'ngân hàng, tòa án, viện, viện kiểm sát, liên đoàn, liên hiệp, liên minh, đảng ủy, đảng bộ, chi bộ, chi ủy, huyện ủy, tỉnh ủy, thành ủy, quận ủy, thị ủy, cấp ủy, bộ chỉ huy, ' +
    'ban chỉ huy, hạt, đồn, đội, nhóm, bưu điện, bưu cục, điện lực, công ty, tổng công ty, tập đoàn, doanh nghiệp, hợp tác xã, mặt trận, công đoàn, nghiệp đoàn, đơn vị, cơ quan, bộ phận, cơ sở, ngành, khoa, ' +
    'bệnh viện, nhà trường, nhà thầu, nhà văn hóa, tiểu ban, thôn, ấp, bản, khu phố, khối phố, xã, phường, thị trấn, huyện, quận, thị xã, thành phố, địa phương, quỹ, hiệp hội, câu lạc bộ, học viện, đại học, bảo tàng, thư viện, ' +
    'thường trực, thủ trưởng, lãnh đạo, chủ tịch, phó chủ tịch, giám đốc, phó giám đốc, trưởng, phó trưởng, trưởng phòng, trưởng ban, phó trưởng ban, trưởng thôn, trưởng ấp, trưởng khu, trưởng các, ' +
    'hiệu trưởng, phó hiệu trưởng, tổ trưởng, tổ phó, bí thư, phó bí thư, phó chánh, chánh văn phòng, chánh thanh tra, cục trưởng, chi cục trưởng, đội trưởng, đồng chí, đ/c, ông, bà, người đứng đầu, thành viên, cán bộ, công chức, viên chức, ' +
    'cán bộ công chức, giáo viên, giáo viên chủ nhiệm, nhân viên, kế toán, văn thư, đảng viên, tổng phụ trách, y tế, chuyên viên, thư ký, kiểm toán, bộ đội, bộ chỉ huy quân sự, chủ đầu tư, chủ cơ sở, hộ, người dân, quân khu, lữ đoàn, hải đội, cảng vụ, hải quan, thuế tỉnh, thuế thành phố, thuế cơ sở, cổng thông tin điện tử, tòa soạn, nông trường, lâm trường, vườn quốc gia, tổ chức, cá nhân, nhà máy, lực lượng, phóng viên, đại lý, đảng đoàn, lđlđ, cđcs, chi nhánh, chi hội, chính quyền, quân sự, biên phòng, vườn ươm, trường học, chủ thể, agribank, vietcombank, vietinbank, bidv, mobifone, phân hiệu, ủy viên, đại biểu, báo cáo viên, học viên, chủ rừng, chủ hộ, chủ tàu, xóm, buôn, bộ tư lệnh, ban quản lý, ban giám hiệu, phụ huynh, trưởng buôn, trưởng xóm, trưởng khối, già làng, người có uy tín, tổng công đoàn, công chứng viên, kiểm lâm, dân quân, ban đại diện, người lao động, đoàn viên, hội viên',
)

/** Heads that are bodies only after `các` or in small letters after a cue: at the start of a sentence they are something else. */
export const PLURAL_ONLY = list(
  'tổ chức, chính quyền, quân sự, biên phòng, trường học, chủ thể, xã, phường, thị trấn, huyện, quận, thị xã, thành phố, y tế, bản, người dân, hộ, cá nhân, ấp, xóm, buôn, thôn, đoàn viên, hội viên, phụ huynh, người lao động, đại biểu',
)

/** Two-word openings that look like a body and are not one. */
export const NO_BODY = list(
  'ban hành, ban bố, báo cáo, đài loan, báo động, bộ chỉ số, bộ tiêu chí, bộ câu, bộ tài liệu, bộ máy, bộ thủ tục, bộ mã, bộ hồ sơ, bộ công cụ, bộ mặt, hội nghị, hội thảo, hội thi, hội họp, hội diễn, hội chợ, hội nhập, hội thoại, hội chẩn, hội trường, hội phí, ' +
    'trường hợp, trường lớp, đội ngũ, đội hình, phòng ngừa, phòng chống, phòng cháy, phòng bệnh, phòng vệ, đoàn kết, viện dẫn, viện phí, viện trợ, đài thọ, cục diện, cục bộ, sở hữu, sở thích, khoa học, khoa giáo, cơ sở dữ, cơ sở hạ, cơ sở vật, ' +
    'cơ sở pháp, cơ sở lý, ngành nghề, đơn giản, đơn thư, đơn giá, nhóm nhiệm, nhóm giải, nhóm chỉ, nhóm nội, nhóm mục, tổ chức, báo chí, đài phun, vụ việc, vụ án, vụ mùa, vụ đông, hội đồng thời, đoàn thăm, trạm dừng, bản đồ, bản sao, bản tin, bản án, bản đăng, bản cam, bản kiểm, bản tự, bản chất, hộ chiếu, hộ tịch, ' +
    'hộ khẩu, khu vực, khu dân, khu trú, trường học thân, huyện có, bà con, đội tuyển, quỹ đất, quỹ lương, trại giống, ngành hàng, phòng dịch, phòng thủ, thanh tra việc, kiểm toán việc, phòng khi',
)

/** Words for many bodies; alone, without a complement, they go on with the next of their kind: `các sở, ban, ngành`. */
export const GENERIC = list(
  'sở, phòng, ban, ngành, cơ quan, đơn vị, đoàn thể, hội, tổ chức, cá nhân, địa phương, huyện, quận, thị xã, thành phố, xã, phường, thị trấn, thôn, ấp, bản, buôn, xóm, đặc khu, khu phố, khối phố, tổ dân phố, cấp, trường, điểm trường, trường học, doanh nghiệp, khoa, tổ, bộ phận, cấp ủy, chi bộ, đảng bộ, sở ngành, ban ngành, trạm, trung tâm, bộ, hợp tác xã, cơ sở, phòng ban, thị, công ty, hộ gia đình, hội đoàn thể, khối, lớp, thành, nhà trường, hộ, tỉnh, chi hội, đảng ủy, cán bộ, công chức, viên chức, người lao động, giáo viên, nhân viên, khu, chi, lực lượng',
)

/** People over several units: what follows `các` belongs to them, `Thủ trưởng các cơ quan, đơn vị`. */
export const HEADS_OF_MANY =
  /^(?:thủ trưởng|lãnh đạo|trưởng|chủ tịch|giám đốc|hiệu trưởng|bí thư|người đứng đầu|cấp ủy|đại diện)(?: .{0,40})? (?:các|những)(?: |$)/iu

/** Verbs of duties, of one syllable or the first two of more. In small letters they end the name before them. */
export const VERBS = list(
  'áp dụng, ban hành, biên soạn, biên tập, biểu dương, bàn giao, bám sát, báo cáo, bình chọn, bình xét, bảo quản, bảo vệ, ' +
    'bảo đảm, bố trí, bốc xếp, bồi dưỡng, bổ sung, cam kết, chi trả, chia sẻ, chuyên trách, chuyển, chuyển giao, chuẩn bị, ' +
    'chú trọng, chăm lo, chấn chỉnh, chấp hành, chỉ đạo, chịu sự, chịu trách, chủ trì, chủ động, cung cấp, cân đối, công bố, ' +
    'củng cố, công khai, công nhận, căn cứ, cải tạo, cấp giấy, cấp kinh, cấp phát, cấp phép, cấp thẻ, cần, cập nhật, cụ thể, cử, ' +
    'di dời, diễn tập, duy trì, dự toán, dự trù, đào tạo, đánh giá, đáp ứng, đóng góp, đôn đốc, đăng tải, đăng, đưa, được, ' +
    'đảm bảo, đầu tư, đẩy mạnh, đẩy nhanh, đặt, đề cao, đề nghị, đề ra, đề xuất, định hướng, định kỳ, đối chiếu, đối thoại, ' +
    'đồng hành, động viên, đứng ra, điều hành, điều phối, ghi chép, ghi nhận, giao, giao ban, giám sát, giúp, giải quyết, giải thích, ' +
    'giải đáp, giới thiệu, gắn việc, gắn với, gửi, hoàn thiện, hoàn thành, huy động, hàng ngày, hàng tuần, hàng tháng, ' +
    'hàng quý, hàng năm, hằng ngày, hằng tuần, hằng tháng, hằng quý, hằng năm, hòa giải, họp, hướng dẫn, hưởng ứng, ' +
    'hạch toán, hạn chế, hỗ trợ, khai thác, khen thưởng, khuyến khích, khảo sát, khẩn trương, khắc phục, kiểm tra, ' +
    'kiện toàn, kê khai, kêu gọi, ký ban, ký cam, ký giao, ký hợp, ký kết, kết hợp, kết luận, kết nối, kịp thời, liên hệ, ' +
    'là, làm tốt, làm đầu, làm việc, làm, lãnh đạo, lưu trữ, lấy ý, lập, lắp đặt, lồng ghép, lựa chọn, mua, mời, mở rộng, ' +
    'mở, nghiêm túc, nghiên cứu, nghiệm thu, ngăn chặn, nhân rộng, nhập, nhắc nhở, niêm yết, nâng cao, nêu cao, nắm, nộp, ' +
    'phát huy, phát hiện, phát sóng, phát thanh, phát động, phát tờ, quay phim, quay phóng, phân bổ, phân công, phân luồng, phân tích, phê duyệt, ' +
    'phòng ngừa, phải, phản ánh, phấn đấu, phối hợp, phổ biến, phụ trách, quan tâm, quy hoạch, quy định, quyết định, ' +
    'quán triệt, quản lý, rà soát, soạn, sơ kết, sơ tán, sưu tầm, sản xuất, sắp xếp, sẵn sàng, sẽ, sử dụng, tham gia, ' +
    'tham khảo, tham mưu, thanh toán, thanh tra, theo dõi, thiết kế, thu gom, thu hồi, thu thập, thành lập, thông báo, ' +
    'thông tin, thúc đẩy, thường xuyên, thẩm tra, thẩm định, thể hiện, thống nhất, thực hiện, tiêu hủy, tiến hành, ' +
    'tiếp nhận, tiếp công, tiếp dân, tiếp xúc, tiếp thu, tiếp tục, tra soát, trang bị, trao, triển khai, truyền thông, trình, trích kinh, trả lời, ' +
    'trực tiếp, tuyên dương, tuyên truyền, tuyển chọn, tuân thủ, tuần tra, tìm hiểu, tích cực, tăng cường, tư vấn, tạo điều, trồng cây, ngầm hóa, ' +
    'tận dụng, tập huấn, tập hợp, tập trung, tổ chức, tổng hợp, tổng kết, tự chủ, tự kiểm, tự tổ, tự đánh, ưu tiên, ' +
    'xác nhận, nâng cấp, rút ngắn, rút kinh, điều chỉnh, sinh hoạt, bắt giữ, lấy mẫu, kiến nghị, ký xác, ký quyết, ký số, nói chuyện, cảm hóa, ghi sổ, bảo trì, phản biện, ' +
    'quyết toán, điều tra, trả lại, dự báo, bốc thăm, tự chấm, nghe báo, giữ vai, giữ gìn, giữ trật, giữ vững, nhận thông, nhận nhiệm, nhận báo, nhận giúp, nhận việc, nhận phụng, nhận đỡ, nhận phụ, ký kế, thăm, đỡ đầu, chọn danh, chọn cử, chọn điểm, ' +
    'lo, cấp sóng, cấp cứu, tăng thời, tăng số, tăng lượng, dành thời, dành kinh, dành ít, dành chuyên, dành nguồn, dành quỹ, treo băng, treo khẩu, thu nộp, thu phí, thu nợ, ngăn ngừa, cách ly, truy vết, ' +
    'truy xuất, duyệt, tháo gỡ, phân loại, phân chia, phân phối, cho vay, giải ngân, số hóa, trưng bày, biểu diễn, dàn dựng, in ấn, in tờ, in tài, đặt hàng, đón tiếp, ' +
    'sửa chữa, tu bổ, tôn tạo, trồng mới, tiêm phòng, phun thuốc, phun hóa, khoanh vùng, giám định, ủng hộ, thăm hỏi, tặng quà, quyên góp, xét duyệt, xét tặng, xét chọn, ' +
    'coi, đề cử, thực thi, thay đổi, thay thế, đối soát, ' +
    'ứng dụng, viết, vào cuộc, vận dụng, vận hành, vận động, xem xét, xác minh, xác định, xây dựng, xử lý, yêu cầu',
)

/** After these a verb of `NOMINAL` belongs to the name: `Đoàn kiểm tra`, `Bộ phận tiếp nhận và trả kết quả`, `công chức phụ trách`. */
export const NAME_GOES_ON = list(
  'đoàn, bộ phận, tổ, hội đồng, ban, đội, nhóm, phòng, trung tâm, văn phòng, viện, chi cục, công tác, hoạt động, việc, ' +
    'quá trình, nhiệm vụ, người, ban quản lý, ban chỉ đạo, công chức, viên chức, cán bộ, đồng chí, chuyên viên, lực lượng, ' +
    'tiểu ban, quỹ, công nghệ, dự án, an toàn, dịch vụ, cổng, trang, đầu tư, bệnh viện, trường, chủ, khoa, cơ quan',
)

/** Verbs that also stand in names of bodies. */
export const NOMINAL = list(
  'nghiên cứu, kiểm tra, giám sát, thanh tra, thẩm định, thẩm tra, tiếp nhận, quản lý, điều phối, điều hành, chỉ đạo, giúp, phụ trách, ' +
    'khảo sát, đánh giá, biên tập, biên soạn, soạn, tuyên truyền, vận động, hòa giải, bảo vệ, bảo đảm, hỗ trợ, tư vấn, ' +
    'rà soát, xử lý, tổng hợp, truyền thông, thông tin, đào tạo, bồi dưỡng, đầu tư, xây dựng, phát thanh, lưu trữ, ' +
    'công nhận, nghiệm thu, thiết kế, ứng dụng, chuyên trách, làm, khai thác, thu gom, quy hoạch, sản xuất, trực tiếp, ' +
    'giải quyết, theo dõi, phòng ngừa, khen thưởng, lãnh đạo, tập huấn, điều tra, giám định, xét duyệt, xét tặng, xét chọn, cấp cứu, cách ly, số hóa, sửa chữa, ' +
    'bảo trì, phản biện, dàn dựng, biểu diễn, trưng bày, tôn tạo, tu bổ, đối soát, phân loại, sinh hoạt, quyết toán, dự báo, duyệt, đón tiếp, in ấn, tiêm phòng',
)

/** Small words that end a name too. */
export const STOPS = list(
  'để, nhằm, theo, khi, về, do, từ, sau, trước, ngay, bằng, qua, thông qua, mà, nếu, cho, đối với, đến, vào, với, cùng, thì, đã, đang, không, chưa, nào, này, nêu, như, hoặc, trừ, dưới, riêng, xong, gồm, sao, trong, tại, trên, ở, sớm',
)

/** Endings of names that begin with a stop word and yet belong to the name. */
export const TAILS =
  /^(?:trên địa bàn(?: (?:toàn )?(?:tỉnh|huyện|thành phố|thị xã|xã|phường|quận|thị trấn|thôn|khu vực))?|trong (?:toàn )?(?:tỉnh|huyện|thành phố|xã|phường|trường|ngành|cơ quan|đơn vị)|có liên quan|hữu quan|có tên|tại địa phương|khác|theo phân cấp)(?![\p{L}])/iu
