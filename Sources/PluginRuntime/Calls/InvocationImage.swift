import CNewelPlugin
import Glibc

/// A `newel_invocation` and all it points to as one run of bytes: the form in which it goes to another process.
///
/// The structure comes first; its pointers hold offsets from the start until `settle` turns them into addresses.
package enum InvocationImage {
    /// What to write; the payload goes last, so that it can be sent from where it is.
    package struct Fields {
        package var flags: UInt32 = 0
        package var call: UInt64 = 0
        package var requestID = ""
        package var resourceARN = ""
        package var functionVersion = "$LATEST"
        package var taskToken = ""
        package var executionARN = ""
        package var clientContext: [UInt8] = []
        package var traceHeader = ""
        package var idempotencyKey = ""
        package var deadlineMonotonic: Int64 = 0
        package var deadlineUnixMilliseconds: Int64 = 0
        package var memoryLimit: UInt64 = 0
        package var attempt: UInt32 = 1
        package init() {}
    }

    /// Appends everything but the payload's bytes, which must follow.
    package static func appendHead(_ fields: Fields, payloadCount: Int, into bytes: inout [UInt8]) {
        let (start, count) = (bytes.count, headCount(fields))
        bytes.append(contentsOf: repeatElement(0, count: count))
        bytes.withUnsafeMutableBytes {
            write(fields, payloadCount: payloadCount, into: UnsafeMutableRawBufferPointer(rebasing: $0[start...]))
        }
    }

    /// The whole of it, allocated with malloc; `nil` when there is no memory.
    package static func make(_ fields: Fields, payload: [UInt8]) -> UnsafeMutableRawBufferPointer? {
        let count = headCount(fields)
        guard let memory = malloc(count + payload.count) else { return nil }
        let image = UnsafeMutableRawBufferPointer(start: memory, count: count + payload.count)
        write(fields, payloadCount: payload.count, into: image)
        UnsafeMutableRawBufferPointer(rebasing: image[count...]).copyBytes(from: payload)
        return image
    }

    /// Bytes in front of the payload.
    private static func headCount(_ fields: Fields) -> Int {
        MemoryLayout<newel_invocation>.size + fields.requestID.utf8.count + fields.resourceARN.utf8.count
            + fields.functionVersion.utf8.count + fields.taskToken.utf8.count + fields.executionARN.utf8.count
            + fields.clientContext.count + fields.traceHeader.utf8.count + fields.idempotencyKey.utf8.count
    }

    /// Writes the structure and its texts to the beginning of memory that has room for them.
    private static func write(_ fields: Fields, payloadCount: Int, into memory: UnsafeMutableRawBufferPointer) {
        var end = MemoryLayout<newel_invocation>.size
        func place(_ text: String) -> newel_bytes {
            let count = text.utf8.count
            UnsafeMutableRawBufferPointer(rebasing: memory[end..<(end + count)]).copyBytes(from: text.utf8)
            defer { end += count }
            return slice(at: end, count: count)
        }
        var image = newel_invocation()
        image.size = UInt32(MemoryLayout<newel_invocation>.size)
        image.flags = fields.flags
        image.call = fields.call
        image.request_id = place(fields.requestID)
        image.resource_arn = place(fields.resourceARN)
        image.function_version = place(fields.functionVersion)
        image.task_token = place(fields.taskToken)
        image.execution_arn = place(fields.executionARN)
        let context = fields.clientContext.count
        UnsafeMutableRawBufferPointer(rebasing: memory[end..<(end + context)]).copyBytes(from: fields.clientContext)
        image.client_context = slice(at: end, count: context)
        end += context
        image.trace_header = place(fields.traceHeader)
        image.idempotency_key = place(fields.idempotencyKey)
        image.payload = slice(at: end, count: payloadCount)
        image.deadline_mono_ns = fields.deadlineMonotonic
        image.deadline_unix_ms = fields.deadlineUnixMilliseconds
        image.memory_limit = fields.memoryLimit
        image.attempt = fields.attempt
        memory.storeBytes(of: image, as: newel_invocation.self)
    }

    /// Turns the offsets of a complete image into addresses.
    ///
    /// - Returns: `nil` when one of them lies outside.
    package static func settle(_ memory: UnsafeMutableRawBufferPointer) -> UnsafePointer<newel_invocation>? {
        guard let base = memory.baseAddress, memory.count >= MemoryLayout<newel_invocation>.size else { return nil }
        let image = base.bindMemory(to: newel_invocation.self, capacity: 1)
        let count = memory.count
        let slices = (base + slicesOffset).bindMemory(to: newel_bytes.self, capacity: sliceCount)
        for index in 0..<sliceCount {
            let offset = Int(bitPattern: slices[index].ptr)
            let length = slices[index].len
            guard offset >= 0, offset <= count, length <= UInt64(count - offset) else { return nil }
            slices[index].ptr = UnsafePointer((base + offset).assumingMemoryBound(to: UInt8.self))
        }
        return UnsafePointer(image)
    }

    /// Where the byte slices of the structure lie; the header's own checks hold them there.
    private static let slicesOffset = 16
    private static let sliceCount = 9

    private static func slice(at offset: Int, count: Int) -> newel_bytes {
        newel_bytes(ptr: UnsafePointer(bitPattern: offset), len: UInt64(count))
    }
}
