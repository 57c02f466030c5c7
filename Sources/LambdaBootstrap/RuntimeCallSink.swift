import CNewelPlugin
import CNewelSpawn
import Glibc
import JSONTree
import PluginRuntime
import ResourceNames

/// Turns what a handler does with one call into requests of the Runtime API.
final class RuntimeCallSink: CallSink, @unchecked Sendable {
    // Sendable: the client and the state are touched with the lock held alone; the lock is made to be shared.
    private let client: RuntimeClient
    private let requestID: String
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var isStreaming = false
    private var hasEnded = false

    /// A sink for one invocation, or for what belongs to none.
    init(client: RuntimeClient, requestID: String) {
        (self.client, self.requestID) = (client, requestID)
        pthread_mutex_init(lock, nil)
        pthread_cond_init(changed, nil)
    }

    deinit {
        pthread_mutex_destroy(lock)
        pthread_cond_destroy(changed)
        lock.deallocate()
        changed.deallocate()
    }

    /// Waits until the call has been answered.
    func waitForEnd() {
        pthread_mutex_lock(lock)
        while !hasEnded { pthread_cond_wait(changed, lock) }
        pthread_mutex_unlock(lock)
    }

    func end(_ call: Call, _ answer: CallAnswer) {
        // What was printed belongs to this call.
        newel_flush_stdout()
        locked {
            do throws(RuntimeClient.Failure) { try post(answer) } catch { Self.giveUp(error) }
            hasEnded = true
            pthread_cond_broadcast(changed)
        }
    }

    func append(_ call: Call, chunk: UnsafeRawBufferPointer) {
        locked {
            do throws(RuntimeClient.Failure) {
                if !isStreaming { try client.beginStream(requestID: requestID) }
                isStreaming = true
                try client.stream(chunk)
            } catch {
                Self.giveUp(error)
            }
        }
    }

    func log(_ call: Call?, level: Int32, message: UnsafeRawBufferPointer, fields: UnsafeRawBufferPointer) {
        let name = Self.levels.indices.contains(Int(level)) ? Self.levels[Int(level)] : "INFO"
        let time = Timestamp(milliseconds: Clocks.unixNanoseconds / 1_000_000).iso8601
        var line = Array("\(time)\t\(requestID)\t\(name)\t".utf8)
        line.append(contentsOf: message)
        if !fields.isEmpty {
            line.append(UInt8(ascii: "\t"))
            line.append(contentsOf: fields)
        }
        line.append(UInt8(ascii: "\n"))
        newel_flush_stdout()
        Self.print(line)
    }

    /// On AWS nobody asks how long a call has been silent.
    func heartbeat(_ call: Call) {}

    /// There is no Newel to ask: the handler's `api_call` is refused.
    func request(_ call: Call, _ request: APIRequest) -> Bool { false }

    func released(_ call: Call) {}

    private func post(_ answer: CallAnswer) throws(RuntimeClient.Failure) {
        let reply: HTTPReply
        switch answer {
        case .success(let bytes) where isStreaming:
            try client.stream(bytes)
            reply = try client.endStream([])
        case .success(let bytes):
            reply = try client.post(
                "invocation/\(requestID)/response", [("Content-Type", "application/json")], bytes)
        case .failure(let type, let message, let stack):
            let document = ErrorDocument(type: type, message: message, stackJSON: stack, requestID: requestID)
            if isStreaming {
                reply = try client.endStream(document.trailers)
            } else {
                reply = try client.post("invocation/\(requestID)/error", document.headers, document.bytes)
            }
        }
        // Whoever asked for the function has been told by the service; here it is for the log.
        if reply.status != 202 {
            Self.print(
                Array("The answer was refused: \(reply.status) \(String(decoding: reply.body, as: UTF8.self))\n".utf8))
        }
    }

    private func locked(_ body: () -> Void) {
        pthread_mutex_lock(lock)
        body()
        pthread_mutex_unlock(lock)
    }

    /// Without the service there is nothing left to do.
    private static func giveUp(_ failure: RuntimeClient.Failure) -> Never {
        print(Array("\(failure.message)\n".utf8))
        _exit(1)
    }

    /// To the function's log.
    static func print(_ line: [UInt8]) {
        var rest = line[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(0, count))
        }
    }

    private static let levels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]
}
