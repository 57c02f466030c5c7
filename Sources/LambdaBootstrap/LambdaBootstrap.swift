import CNewelPlugin
import Glibc
import PluginRuntime

/// Runs one handler of a plugin on Lambda: loads the library beside it, asks for invocations and posts answers.
package final class LambdaBootstrap {
    private let client: RuntimeClient
    private let environment: [String: String]
    private let calls = CallTable()

    /// The library's name in the package.
    package static let libraryName = "plugin.so"

    /// What a process on Lambda finds in its environment says all.
    package init(environment: [String: String]) {
        self.environment = environment
        client = RuntimeClient(address: environment["AWS_LAMBDA_RUNTIME_API"] ?? "")
    }

    /// Serves until the service ends the process.
    ///
    /// - Returns: Only when it cannot go on; the process's exit code.
    package func run() -> CInt {
        do throws(LoadFailure) {
            let instance = try start()
            do throws(RuntimeClient.Failure) {
                while true { try serve(instance) }
            } catch {
                RuntimeCallSink.print(Array("\(error.message)\n".utf8))
            }
        } catch {
            let document = ErrorDocument(type: error.errorType, message: error.message)
            RuntimeCallSink.print(Array("\(error.errorType): \(error.message)\n".utf8))
            // Whether the service could be told or not, the process ends.
            _ = try? client.post("init/error", document.headers, document.bytes)
        }
        return 1
    }

    /// Brings the handler up.
    private func start() throws(LoadFailure) -> HandlerInstance {
        let plugin = try PluginLibrary.load("\(environment["LAMBDA_TASK_ROOT"] ?? ".")/\(Self.libraryName)")
        let (description, handler) = try plugin.handler(named: handlerName(in: plugin.description))
        let interface = HostInterface(
            calls: calls, settings: environment, defaultSink: RuntimeCallSink(client: client, requestID: ""),
            preparesEffects: false)
        return try HandlerInstance(description, handler, interface: interface)
    }

    /// The function's handler; the only function of a plugin that has one, whatever the function's configuration says.
    private func handlerName(in plugin: PluginDescription) -> String {
        let wanted = environment["_HANDLER"] ?? ""
        let functions = plugin.handlers.filter { $0.kind == .function }.map(\.name)
        return functions.contains(wanted) || functions.count != 1 ? wanted : functions[0]
    }

    private func serve(_ instance: HandlerInstance) throws(RuntimeClient.Failure) {
        let event = try client.next()
        let requestID = event.header("lambda-runtime-aws-request-id")
        guard event.status == 200, !requestID.isEmpty else {
            throw RuntimeClient.Failure(
                message: "no invocation: \(event.status) \(String(decoding: event.body.prefix(200), as: UTF8.self))")
        }
        let trace = event.header("lambda-runtime-trace-id")
        if !trace.isEmpty { setenv("_X_AMZN_TRACE_ID", trace, 1) }
        let sink = RuntimeCallSink(client: client, requestID: requestID)
        guard let call = calls.open(image(of: event, requestID), sink: sink) else {
            throw RuntimeClient.Failure(message: "too many calls have not been let go of")
        }
        instance.invoke(call)
        sink.waitForEnd()
    }

    /// The invocation as the handler reads it, in memory that the call takes over.
    private func image(of event: HTTPReply, _ requestID: String) -> UnsafeMutableRawBufferPointer {
        var fields = InvocationImage.Fields()
        fields.requestID = requestID
        fields.resourceARN = event.header("lambda-runtime-invoked-function-arn")
        fields.functionVersion = environment["AWS_LAMBDA_FUNCTION_VERSION"] ?? fields.functionVersion
        fields.clientContext = Array(event.header("lambda-runtime-client-context").utf8)
        fields.traceHeader = event.header("lambda-runtime-trace-id")
        let megabytes = UInt64(environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] ?? "") ?? 0
        fields.memoryLimit = megabytes << 20
        let deadline = Int64(event.header("lambda-runtime-deadline-ms")) ?? 0
        fields.deadlineUnixMilliseconds = deadline
        fields.deadlineMonotonic =
            Clocks.monotonicNanoseconds + (deadline &* 1_000_000 &- Clocks.unixNanoseconds)
        var bytes: [UInt8] = []
        InvocationImage.appendHead(fields, payloadCount: event.body.count, into: &bytes)
        bytes += event.body
        guard let memory = malloc(bytes.count) else { _exit(1) }
        let image = UnsafeMutableRawBufferPointer(start: memory, count: bytes.count)
        image.copyBytes(from: bytes)
        return image
    }
}

extension LambdaBootstrap {
    /// The environment of this process.
    package static var processEnvironment: [String: String] {
        let descriptor = open("/proc/self/environ", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [:] }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16 << 10)
        while case let count = read(descriptor, &piece, piece.count), count > 0 { bytes += piece[..<count] }
        let pairs = bytes.split(separator: 0).compactMap { entry -> (String, String)? in
            guard let sign = entry.firstIndex(of: UInt8(ascii: "=")) else { return nil }
            return (
                String(decoding: entry[..<sign], as: UTF8.self), String(decoding: entry[(sign + 1)...], as: UTF8.self)
            )
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}
