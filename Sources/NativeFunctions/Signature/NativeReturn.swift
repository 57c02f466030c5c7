/// What a native function returns.
package struct NativeReturn: Sendable, Equatable {
    /// `nil` for `void`.
    package var type: NativeType?
    /// Where it goes in the result; `nil` when it is not part of it.
    package var output: NativePath?
    /// Whether NULL is `null` and no failure.
    package var isNullable = false
    /// Who frees what it points to.
    package var ownership: NativeOwnership?
    /// How many elements it points to.
    package var length = NativeLength.whole
    /// How bytes stand in JSON.
    package var encoding = NativeEncoding.base64
    /// When the call has failed.
    package var failsIf: NativeCondition?
    /// The error name of such a failure.
    package var errorType = NativeFailure.callFailed
    /// What else its message says.
    package var explanation = NativeExplanation.none
}
