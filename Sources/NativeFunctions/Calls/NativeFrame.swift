import CFFI
import Glibc

/// The memory a function's arguments and its result lie in, laid out once for all calls.
final class NativeFrame {
    /// Where what is returned goes: at least as large as `ffi_arg`, to which libffi widens small numbers.
    let result: UnsafeMutableRawPointer
    /// Where each argument lies, as libffi takes it.
    let values: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    private let memory: UnsafeMutableRawPointer
    private let byteCount: Int
    /// Where what a pointer points to lies, for those that point to one thing.
    private let targets: [UnsafeMutableRawPointer]

    /// Lays a function's arguments out.
    init(_ signature: NativeSignature) {
        let parameters = signature.parameters
        var end = max(signature.returns.type?.byteCount ?? 0, MemoryLayout<ffi_arg>.size)
        var slots: [Int] = []
        var places: [Int] = []
        for parameter in parameters {
            slots.append(end.aligned(to: Self.alignment))
            end = slots[slots.count - 1] + max(parameter.passedType.byteCount, MemoryLayout<ffi_arg>.size)
        }
        for parameter in parameters {
            places.append(end.aligned(to: Self.alignment))
            if case .pointer(let target) = parameter.type { end = places[places.count - 1] + target.byteCount }
        }
        byteCount = end.aligned(to: Self.alignment)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: Self.alignment)
        values = .allocate(capacity: max(1, parameters.count))
        for (index, slot) in slots.enumerated() { (values + index).initialize(to: memory + slot) }
        targets = places.map { memory + $0 }
        result = memory
        self.memory = memory
    }

    deinit {
        memory.deallocate()
        values.deallocate()
    }

    /// Forgets the call before.
    func clear() { memset(memory, 0, byteCount) }

    /// Where an argument lies.
    func slot(_ index: Int) -> UnsafeMutableRawPointer { values[index] ?? memory }

    /// Where what an argument points to lies.
    func target(_ index: Int) -> UnsafeMutableRawPointer { targets[index] }

    /// Makes an argument a pointer.
    func point(_ index: Int, to target: UnsafeMutableRawPointer?) {
        slot(index).storeBytes(of: target, as: UnsafeMutableRawPointer?.self)
    }

    private static let alignment = 16
}
