import AWSWire
import Glibc

extension FileSlice {
    /// What a state could take of it and one byte more: then its limit says that it is too much.
    private static let bytesMax = 1_048_577

    /// The bytes as text. Blocks.
    var text: String {
        let wanted = min(count, Self.bytesMax)
        let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, done in
            while done < wanted {
                let got = pread(descriptor, buffer.baseAddress.map { $0 + done }, wanted - done, off_t(offset + done))
                guard got > 0 else { break }
                done += got
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
