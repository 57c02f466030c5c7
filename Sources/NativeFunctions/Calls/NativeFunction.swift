import CFFI
import Glibc
import JSONTree

/// A C function that takes its arguments from JSON and gives its results as JSON.
///
/// The signature is read, the library searched and libffi's plan made once; a call fills the arguments' places, calls, and reads what came
/// of it. One call at a time.
package final class NativeFunction {
    private let signature: NativeSignature
    private let call: ForeignCall
    private let explainer: NativeExplainer
    private let frame: NativeFrame
    /// The parameters in the order they are prepared in: what others depend on comes first.
    private let order: [Int]
    private let releases: [(parameter: Int, function: @convention(c) (UnsafeMutableRawPointer?) -> Void)]
    private let releaseResult: (@convention(c) (UnsafeMutableRawPointer?) -> Void)?
    /// Elements in each parameter's buffer, of the call that runs.
    private var counts: [Int]

    /// Finds the function and prepares its calls.
    ///
    /// - Parameter library: A path, or the name of a system library.
    package init(_ signature: NativeSignature, library path: String) throws(NativeLoadFailure) {
        let library = try NativeLibrary(path)
        self.signature = signature
        call = try ForeignCall(
            try library.function(signature.symbol), returns: signature.returns.type,
            parameters: signature.parameters.map(\.passedType), namedCount: signature.namedCount)
        explainer = try NativeExplainer(signature.returns.explanation, in: library)
        frame = NativeFrame(signature)
        let parameters = signature.parameters
        order = parameters.indices.sorted { (parameters[$0].stage, $0) < (parameters[$1].stage, $1) }
        counts = Array(repeating: 0, count: parameters.count)
        var releases: [(parameter: Int, function: @convention(c) (UnsafeMutableRawPointer?) -> Void)] = []
        for (index, parameter) in parameters.enumerated() {
            guard case .freed(let symbol) = parameter.ownership else { continue }
            releases.append((index, try library.release(symbol)))
        }
        self.releases = releases
        if case .freed(let symbol) = signature.returns.ownership {
            releaseResult = try library.release(symbol)
        } else {
            releaseResult = nil
        }
    }

    /// Calls the function.
    package func call(with input: JSON) throws(NativeFailure) -> JSON {
        let arena = NativeArena()
        defer { withExtendedLifetime(arena) {} }
        frame.clear()
        let writer = NativeWriter(arena: arena)
        for index in order { try prepare(index, input, writer) }
        let errno = call.perform(frame.result, frame.values)
        // What was handed out is freed, whatever comes of the call.
        defer { release() }
        try checkFailure(errno)
        return try results()
    }

    private func prepare(_ index: Int, _ input: JSON, _ writer: NativeWriter) throws(NativeFailure) {
        let parameter = signature.parameters[index]
        switch parameter.source {
        case .input(let path, let defaultValue, let isNullable):
            guard let value = path.read(from: input) ?? defaultValue else {
                throw .input("\(path.text) is missing: \(signature.symbol) takes a \(parameter.type.name) there")
            }
            if value.isNull, parameter.type.isPointer {
                guard isNullable else { throw .input("\(path.text) must be a \(parameter.type.name), not null") }
                counts[index] = 0
                return frame.point(index, to: nil)
            }
            try write(value, index, parameter, writer) { path.text }
        case .constant(let value):
            try write(value, index, parameter, writer) { "the value of \(parameter.name)" }
        case .nothing:
            guard let capacity = parameter.capacity else {
                if case .pointer = parameter.type { frame.point(index, to: frame.target(index)) }
                return
            }
            let count = try room(capacity, input)
            // One element more: text ends with a NUL even where a function fills all its room.
            let elementCount = parameter.type.elementByteCount
            guard count * elementCount <= NativeLimits.bufferBytesMax else {
                throw .input(
                    "the capacity of \(parameter.name) is \(count * elementCount) bytes, at most \(NativeLimits.bufferBytesMax) are allowed"
                )
            }
            counts[index] = count
            frame.point(index, to: writer.arena.allocate((count + 1) * elementCount))
        case .lengthOf(let other), .capacityOf(let other):
            try count(counts[other], index, parameter, of: signature.parameters[other].name)
        }
    }

    private func write(
        _ value: JSON, _ index: Int, _ parameter: NativeParameter, _ writer: NativeWriter, _ place: () -> String
    ) throws(NativeFailure) {
        switch parameter.type {
        case .bytes:
            let (memory, count) = try writer.bytes(value, parameter.encoding, place)
            counts[index] = count
            frame.point(index, to: memory)
        case .array:
            let (memory, count) = try writer.elements(value, of: parameter.type, place)
            counts[index] = count
            frame.point(index, to: memory)
        case .text where !value.isNull:
            counts[index] = value.stringValue?.utf8.count ?? 0
            frame.point(index, to: try writer.text(value, place))
        case .pointer(let target) where !value.isNull:
            try writer.write(value, as: target, at: frame.target(index), place)
            frame.point(index, to: frame.target(index))
        case .scalar(let scalar):
            try scalar.store(value, at: frame.slot(index), place)
            if parameter.isVariadic { scalar.promote(at: frame.slot(index)) }
        default: try writer.write(value, as: parameter.type, at: frame.slot(index), place)
        }
    }

    private func count(
        _ count: Int, _ index: Int, _ parameter: NativeParameter, of name: String
    ) throws(NativeFailure) {
        guard let scalar = parameter.type.counter else { return }
        if case .pointer = parameter.type {
            try scalar.store(count: count, at: frame.target(index), of: name)
            frame.point(index, to: frame.target(index))
        } else {
            try scalar.store(count: count, at: frame.slot(index), of: name)
            if parameter.isVariadic { scalar.promote(at: frame.slot(index)) }
        }
    }

    private func room(_ capacity: NativeParameter.Capacity, _ input: JSON) throws(NativeFailure) -> Int {
        switch capacity {
        case .constant(let count): return count
        case .lengthOf(let other, let times, let plus):
            return Int((Double(counts[other]) * times).rounded(.up)) + plus
        case .input(let path, let defaultValue):
            guard let value = path.read(from: input) ?? defaultValue else {
                throw .input("\(path.text) is missing: it is how much room \(signature.symbol) gets")
            }
            guard let count = value.integerValue, (0...Int64(NativeLimits.bufferBytesMax)).contains(count) else {
                throw .input("\(path.text) is \(value.quoted), but must be 0 to \(NativeLimits.bufferBytesMax)")
            }
            return Int(count)
        }
    }

    private func checkFailure(_ errno: Int32) throws(NativeFailure) {
        let returns = signature.returns
        if let condition = returns.failsIf, condition.holds(returns.type, frame.result, errno: errno) {
            var message = "\(signature.symbol) failed"
            var code: Int32 = 0
            if case .scalar(let scalar) = returns.type, let value = try? scalar.load(from: frame.result, { "" }) {
                message = "\(signature.symbol) returned \(value.text)"  // a number that JSON cannot say is left out
                code = Int32(truncatingIfNeeded: value.integerValue ?? 0)
            } else if condition == .null {
                message = "\(signature.symbol) returned NULL"
            }
            let words = explainer.words(errno: errno, code: code) { NativeReader.pointer(at: frame.target($0)) }
            throw NativeFailure(type: returns.errorType, message: words.map { "\(message): \($0)" } ?? message)
        }
        if returns.type?.isPointer == true, !returns.isNullable, NativeReader.pointer(at: frame.result) == nil {
            throw .null("\(signature.symbol) returned NULL; \"nullable\": true makes it null")
        }
    }

    private func results() throws(NativeFailure) -> JSON {
        var result: JSON?
        let returns = signature.returns
        if let output = returns.output, let type = returns.type {
            output.write(
                try read(type, at: frame.result, returns.length, returns.encoding, bound: nil) {
                    "the result of \(signature.symbol)"
                }, into: &result.orEmptyObject)
        }
        for (index, parameter) in signature.parameters.enumerated() {
            guard let output = parameter.output else { continue }
            output.write(try read(index, parameter) { output.text }, into: &result.orEmptyObject)
        }
        return result ?? .null
    }

    private func read(
        _ index: Int, _ parameter: NativeParameter, _ place: () -> String
    ) throws(NativeFailure) -> JSON {
        switch parameter.type {
        case .pointer(let target): try NativeReader.read(target, at: frame.target(index), place)
        default:
            try read(
                parameter.type, at: frame.slot(index), parameter.length, parameter.encoding, bound: counts[index],
                place)
        }
    }

    /// Reads a value, or a buffer whose length stands elsewhere.
    ///
    /// - Parameter bound: The buffer's room in elements; `nil` when the function made it.
    private func read(
        _ type: NativeType, at slot: UnsafeRawPointer, _ length: NativeLength, _ encoding: NativeEncoding, bound: Int?,
        _ place: () -> String
    ) throws(NativeFailure) -> JSON {
        switch type {
        case .bytes, .array: break
        case .text where bound != nil: break
        default: return try NativeReader.read(type, at: slot, place)
        }
        guard let memory = NativeReader.pointer(at: slot) else { return .null }
        let count = try elementCount(length, memory, bound: bound, type.elementByteCount, place)
        if case .array(let element) = type { return try NativeReader.elements(element, count, at: memory, place) }
        return try NativeReader.bytes(
            UnsafeRawBufferPointer(start: memory, count: count), type == .text ? .utf8 : encoding, place)
    }

    private func elementCount(
        _ length: NativeLength, _ memory: UnsafeRawPointer, bound: Int?, _ elementByteCount: Int, _ place: () -> String
    ) throws(NativeFailure) -> Int {
        let told: Int128
        switch length {
        case .whole: told = Int128(bound ?? 0)
        case .constant(let count): told = Int128(count)
        case .terminated:
            told = Int128(strnlen(memory.assumingMemoryBound(to: CChar.self), bound ?? NativeLimits.bufferBytesMax))
        case .returned:
            guard case .scalar(let scalar) = signature.returns.type else { return 0 }
            told = scalar.wide(from: frame.result)
        case .parameter(let index):
            guard let scalar = signature.parameters[index].type.counter else { return 0 }
            let isBehindPointer = signature.parameters[index].type.target != nil
            told = scalar.wide(from: isBehindPointer ? frame.target(index) : frame.slot(index))
        }
        let most = bound ?? NativeLimits.bufferBytesMax / elementByteCount
        guard told >= 0, told <= Int128(most) else {
            throw .result("\(place()) has \(told) elements, says \(signature.symbol), but there is room for \(most)")
        }
        return Int(told)
    }

    private func release() {
        for (parameter, function) in releases {
            if let memory = NativeReader.pointer(at: frame.target(parameter)) { function(memory) }
        }
        if let releaseResult, let memory = NativeReader.pointer(at: frame.result) { releaseResult(memory) }
    }
}

extension JSON? {
    /// The value; an empty object when there is none.
    fileprivate var orEmptyObject: JSON {
        get { self ?? .emptyObject }
        set { self = newValue }
    }
}
