/// What the host must know of a function to run it.
package struct FunctionDefinition: Sendable, Equatable {
    /// Where a function's code is.
    package enum Code: Sendable, Equatable {
        /// A package in the content store, by the sha256 of what was uploaded.
        case package(sha256: String)
        /// A dropped-in or stock plugin: `CheckStockPrice`, or `orders/ProcessOrder` for one of several in a package.
        case installed(String)
    }

    /// Without qualifier.
    package var arn: String
    package var name: String
    /// `$LATEST` or a number.
    package var version: String
    package var code: Code
    /// The handler's name in the package, as the manifest or the descriptor lists it; empty when there is only one.
    package var handler: String
    package var timeoutSeconds: Int
    package var memoryMB: Int
    package var environment: [String: String]
    package var roleARN: String?
    /// Workers at most; `nil` for the host's own limit, 0 to refuse every call.
    package var reservedConcurrency: Int?
    /// As CreateFunction was told: `python3.12`, `provided.al2023`.
    package var runtime: String?
    /// Where its lines go; `nil`: to the group of its own name.
    package var logGroup: String?

    /// States all; what Lambda has defaults for takes them.
    package init(
        arn: String, name: String, version: String = "$LATEST", code: Code, handler: String = "",
        timeoutSeconds: Int = 3,
        memoryMB: Int = 128, environment: [String: String] = [:], roleARN: String? = nil,
        reservedConcurrency: Int? = nil
    ) {
        self.arn = arn
        self.name = name
        self.version = version
        self.code = code
        self.handler = handler
        self.timeoutSeconds = timeoutSeconds
        self.memoryMB = memoryMB
        self.environment = environment
        self.roleARN = roleARN
        self.reservedConcurrency = reservedConcurrency
    }
}
