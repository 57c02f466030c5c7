import CNewelPlugin
import Glibc
import PluginRuntime

/// One invocation as a runtime is handed it: what the host's frame says, as headers and a body.
package struct RuntimeInvocation: Sendable, Equatable {
    /// The host's number of the call.
    package let call: UInt64
    /// The Lambda request id.
    package let requestID: String
    /// `Lambda-Runtime-…` names and values.
    package let headers: [Header]
    /// The event.
    package let payload: [UInt8]
    /// Its answer is taken piece by piece, if it is sent so.
    package var isStreamed = false

    /// Bytes of the answer.
    var answerBytesMax: Int { isStreamed ? RuntimeLimits.streamedBytesMax : RuntimeLimits.responseBytesMax }

    /// A header's name and value.
    package struct Header: Sendable, Equatable {
        /// `Lambda-Runtime-Deadline-Ms` …
        package let name: String
        /// On one line.
        package let value: String
    }

    /// Reads the body of an `invoke` frame; `nil` when it is not sound.
    package init?(call: UInt64, image: UnsafeRawBufferPointer) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: image.count, alignment: 16)
        defer { memory.deallocate() }
        memory.copyMemory(from: image)
        guard let invocation = InvocationImage.settle(memory)?.pointee else { return nil }
        func text(_ bytes: newel_bytes) -> String { String(decoding: bytes.buffer, as: UTF8.self) }
        let requestID = text(invocation.request_id)
        let trace = text(invocation.trace_header)
        let context = text(invocation.client_context)
        self.init(
            call: call, requestID: requestID, arn: text(invocation.resource_arn),
            deadlineMilliseconds: invocation.deadline_unix_ms,
            trace: trace.isEmpty ? Self.trace(requestID, Clocks.unixNanoseconds / 1_000_000_000) : trace,
            clientContext: context, payload: [UInt8](invocation.payload.buffer))
        isStreamed = invocation.flags & UInt32(NEWEL_INV_STREAM) != 0
    }

    /// States all; headers whose value is empty are left out.
    package init(
        call: UInt64, requestID: String, arn: String, deadlineMilliseconds: Int64, trace: String, clientContext: String,
        payload: [UInt8]
    ) {
        self.call = call
        self.requestID = requestID
        self.payload = payload
        let all = [
            Header(name: "Lambda-Runtime-Aws-Request-Id", value: requestID),
            Header(name: "Lambda-Runtime-Deadline-Ms", value: String(deadlineMilliseconds)),
            Header(name: "Lambda-Runtime-Invoked-Function-Arn", value: arn),
            Header(name: "Lambda-Runtime-Trace-Id", value: trace),
            Header(name: "Lambda-Runtime-Client-Context", value: clientContext),
        ]
        // A line break in a value would begin a header of its own.
        headers = all.filter { header in
            !header.value.isEmpty && !header.value.utf8.contains { $0 < 0x20 || $0 == 0x7F }
        }
    }

    /// A trace header for a caller that sent none, as Lambda makes one: not sampled, its ids taken from the request's.
    static func trace(_ requestID: String, _ seconds: Int64) -> String {
        let digits = requestID.filter(\.isHexDigit)
        return "Root=1-\(String(seconds, radix: 16))-\(digits.prefix(24));Parent=\(digits.suffix(16));Sampled=0"
    }
}
