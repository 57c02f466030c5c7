import AWSWire
import Glibc

/// The content of an object, open for reading; it stays readable when the object is replaced or deleted meanwhile.
final class OpenContent: Sendable {
    /// For reading by position.
    let descriptor: Int32
    /// Its length in bytes.
    let size: Int

    /// Opens a file; `nil` when it is not there.
    init?(path: String) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var facts = stat()
        size = fstat(descriptor, &facts) == 0 ? Int(facts.st_size) : 0
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Bytes of the file for a reply.
    func slice(_ range: Range<Int>) -> FileSlice {
        FileSlice(descriptor: descriptor, offset: range.lowerBound, count: range.count, owner: self)
    }

    /// Reads bytes into memory. Blocks.
    func bytes(_ range: Range<Int>) throws(ServiceError) -> [UInt8] {
        var done = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while done < range.count {
                let got = pread(
                    descriptor, buffer.baseAddress.map { $0 + done }, range.count - done,
                    off_t(range.lowerBound + done))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                done += got
            }
            count = done
        }
        guard done == range.count else { throw .internalError("The content of an object is shorter than it should be") }
        return bytes
    }

    /// Lends the whole content without reading it into memory. Blocks as the pages come in.
    func withBytes<Answer>(_ body: (UnsafeRawBufferPointer) -> Answer) throws(ServiceError) -> Answer {
        if size == 0 { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        guard let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED else {
            throw .internalError("The content of an object cannot be mapped: errno \(errno)")
        }
        defer { munmap(address, size) }
        return body(UnsafeRawBufferPointer(start: address, count: size))
    }
}
