import JSONTree

/// One parameter of a native function, in the order of its prototype.
package struct NativeParameter: Sendable, Equatable {
    /// What the function finds in it.
    package enum Source: Sendable, Equatable {
        /// What stands at a path of the input, or else the default; `null` becomes NULL where that is allowed.
        case input(NativePath, defaultValue: JSON?, isNullable: Bool)
        /// Always the same.
        case constant(JSON)
        /// The number of elements of another parameter, by its index.
        case lengthOf(Int)
        /// The room of another parameter's buffer.
        case capacityOf(Int)
        /// Zeros: the function writes.
        case nothing
    }
    /// How large a buffer is, in elements.
    package enum Capacity: Sendable, Equatable {
        /// Always the same.
        case constant(Int)
        /// What stands at a path of the input, or else the default.
        case input(NativePath, defaultValue: JSON?)
        /// The length of another parameter, by its index, made larger.
        case lengthOf(Int, times: Double, plus: Int)
    }
    /// What others call it by.
    package var name: String
    /// Its type.
    package var type: NativeType
    /// What it holds before the call.
    package var source: Source
    /// Where what it holds after the call goes in the result.
    package var output: NativePath?
    /// The room for what the function writes; `nil` when it is no buffer for results.
    package var capacity: Capacity?
    /// How much of the buffer the function has written.
    package var length = NativeLength.whole
    /// How bytes stand in JSON.
    package var encoding = NativeEncoding.base64
    /// Who frees a text the function hands out.
    package var ownership: NativeOwnership?
    /// Whether it stands behind the prototype's named parameters.
    package var isVariadic = false

    /// What is passed: small numbers grow behind `...`.
    var passedType: NativeType {
        if isVariadic, case .scalar(let scalar) = type { .scalar(scalar.promoted) } else { type }
    }

    /// When it is prepared: what others depend on comes first.
    var stage: Int {
        switch source {
        case .constant, .input: 0
        case .nothing: 1
        case .lengthOf, .capacityOf: 2
        }
    }
}
