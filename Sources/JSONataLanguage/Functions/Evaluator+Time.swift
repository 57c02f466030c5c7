import JSONTree
import ResourceNames

extension Evaluator {
    /// `$toMillis $fromMillis $now $millis`
    func time(_ builtin: Builtin, _ arguments: Arguments) throws(JSONataError) -> Value {
        let now = environment.now.milliseconds
        switch builtin {
        case .millis: return .number(Double(now))
        case .now:
            return .text(
                try DateTimePicture.format(milliseconds: now, picture: arguments.text(0), timezone: arguments.text(1)))
        case .toMillis:
            guard let text = arguments.text(0) else { return .undefined }
            let instant = try DateTimePicture.parse(text, picture: arguments.text(1), now: now)
            return instant.map { .number(Double($0)) } ?? .undefined
        default:
            guard let number = arguments.number(0) else { return .undefined }
            return .text(
                try DateTimePicture.format(
                    milliseconds: Int64(clamping: number), picture: arguments.text(1), timezone: arguments.text(2)))
        }
    }
}
