import CFFI
import Glibc

/// A function's address and libffi's plan of how to call it: made once.
final class ForeignCall {
    private let function: UnsafeMutableRawPointer
    private let plan: UnsafeMutablePointer<ffi_cif>
    private var arguments: UnsafeMutablePointer<UnsafeMutablePointer<ffi_type>?>
    /// Descriptions of structures, and the lists of their members.
    private var structures: [UnsafeMutablePointer<ffi_type>] = []
    private var lists: [UnsafeMutablePointer<UnsafeMutablePointer<ffi_type>?>] = []

    /// Prepares calls.
    ///
    /// - Parameter namedCount: Parameters before `...`; `nil` when there is none.
    init(
        _ function: UnsafeMutableRawPointer, returns: NativeType?, parameters: [NativeType], namedCount: Int?
    ) throws(NativeLoadFailure) {
        self.function = function
        plan = .allocate(capacity: 1)
        plan.initialize(to: ffi_cif())
        arguments = .allocate(capacity: max(1, parameters.count))
        for (index, type) in parameters.enumerated() { (arguments + index).initialize(to: describe(type)) }
        let result = returns.map { describe($0) } ?? newel_ffi_type(Int32(NEWEL_FFI_VOID))
        guard
            newel_ffi_prepare(plan, namedCount.map(Int32.init) ?? -1, UInt32(parameters.count), result, arguments) == 1
        else { throw NativeLoadFailure(.unsupported, "libffi cannot make such a call on this machine") }
        for (index, type) in (parameters + [returns].compactMap { $0 }).enumerated() {
            let described = index < parameters.count ? arguments[index] : result
            guard case .structure(let structure) = type, described?.pointee.size != structure.byteCount else {
                continue
            }
            throw NativeLoadFailure(
                .unsupported, "\(structure.name) has \(structure.byteCount) bytes, but not for libffi")
        }
    }

    deinit {
        for structure in structures { structure.deallocate() }
        for list in lists { list.deallocate() }
        arguments.deallocate()
        plan.deallocate()
    }

    /// Calls the function.
    ///
    /// - Parameters:
    ///   - result: Where what it returns goes; at least as large as `ffi_arg`.
    ///   - values: Where each argument lies.
    /// - Returns: The `errno` it leaves; 0 for none.
    func perform(
        _ result: UnsafeMutableRawPointer, _ values: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    ) -> Int32 {
        newel_ffi_call(plan, function, result, values)
    }

    private func describe(_ type: NativeType) -> UnsafeMutablePointer<ffi_type>? {
        switch type {
        case .scalar(let scalar): newel_ffi_type(scalar.foreignType)
        case .structure(let structure): describe(structure)
        default: newel_ffi_type(Int32(NEWEL_FFI_POINTER))
        }
    }

    private func describe(_ structure: NativeStructure) -> UnsafeMutablePointer<ffi_type>? {
        var members: [UnsafeMutablePointer<ffi_type>?] = []
        for field in structure.fields {
            switch field.type {
            // libffi knows no arrays: their elements stand one after the other.
            case .fixed(let element, let count): members += repeatElement(describe(element), count: count)
            case .characters(let count):
                members += repeatElement(newel_ffi_type(Int32(NEWEL_FFI_I8)), count: count)
            default: members.append(describe(field.type))
            }
        }
        let list = UnsafeMutablePointer<UnsafeMutablePointer<ffi_type>?>.allocate(capacity: members.count + 1)
        for (index, member) in (members + [nil]).enumerated() { (list + index).initialize(to: member) }
        lists.append(list)
        let type = UnsafeMutablePointer<ffi_type>.allocate(capacity: 1)
        type.initialize(to: ffi_type(size: 0, alignment: 0, type: UInt16(FFI_TYPE_STRUCT), elements: list))
        structures.append(type)
        return type
    }
}
