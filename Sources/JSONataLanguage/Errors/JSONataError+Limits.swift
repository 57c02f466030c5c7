extension JSONataError {
    /// Calls or nesting deeper than the limit.
    static var tooDeep: JSONataError {
        JSONataError(
            "U1001",
            message: """
                Stack overflow error: Check for non-terminating recursive function.  Consider rewriting as \
                tail-recursive.
                """)
    }

    /// More steps than the limit.
    static var tooLong: JSONataError {
        JSONataError("U1001", message: "Expression evaluation timeout: Check for infinite loop")
    }

    /// A value larger than the limit.
    static var tooLarge: JSONataError {
        JSONataError(
            "U1001", message: "Expression evaluation memory limit exceeded: Check for excessive memory usage")
    }
}
