import Digests
import ResourceNames
import StatesInterpreter
import StorageContract

/// A task token: what is needed to find its task, and a seal that cannot be made without the store's key.
///
/// Form: base64 of format (1 byte), execution key (16), task id (8, big-endian), account (6), HMAC-SHA256 over those, cut to 16 bytes.
struct TaskToken: Equatable {
    private static let format: UInt8 = 1
    private static let sealedCount = 31

    let execution: ExecutionKey
    let task: Int64
    /// The account of the execution, as a number.
    let account: UInt64

    /// The token's text.
    func text(sealedWith key: [UInt8]) -> String {
        let sealed = sealedBytes
        return Base64.encode(sealed + Digests.hmacSHA256(key: key, sealed).prefix(16))
    }

    /// Reads a token; `nil` when it was not made with this key.
    init?(_ text: String, sealedWith key: [UInt8]) {
        guard let bytes = Base64.decode(text), bytes.count == Self.sealedCount + 16, bytes[0] == Self.format else {
            return nil
        }
        let sealed = Array(bytes[..<Self.sealedCount])
        let seal = Array(Digests.hmacSHA256(key: key, sealed).prefix(16))
        guard Digests.areSame(Array(bytes[Self.sealedCount...]), seal) else { return nil }
        func word(_ range: Range<Int>) -> UInt64 { sealed[range].reduce(0) { $0 << 8 | UInt64($1) } }
        self.init(
            execution: ExecutionKey(high: word(1..<9), low: word(9..<17)), task: Int64(bitPattern: word(17..<25)),
            account: word(25..<31))
    }

    init(execution: ExecutionKey, task: Int64, account: UInt64) {
        self.execution = execution
        self.task = task
        self.account = account
    }

    private var sealedBytes: [UInt8] {
        var bytes: [UInt8] = [Self.format]
        func append(_ word: UInt64, count: Int) {
            for shift in stride(from: (count - 1) * 8, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        append(execution.high, count: 8)
        append(execution.low, count: 8)
        append(UInt64(bitPattern: task), count: 8)
        append(account, count: 6)
        return bytes
    }
}

/// Mints the tokens of one execution: the same for the same task, in every fold.
struct ExecutionTokenMint: TaskTokenMint {
    let execution: ExecutionKey
    let account: UInt64
    let key: [UInt8]

    func token(task: Int64) -> String {
        TaskToken(execution: execution, task: task, account: account).text(sealedWith: key)
    }
}
