import AWSWire
import JSONTree
import ResourceNames

/// What requests configure, and what is refused because no function here has it. Nothing is dropped in silence.
extension FunctionRecord {
    /// What the configuration of a request changes.
    ///
    /// - Throws: In AWS's words what AWS refuses; else what cannot be had here, with the reason.
    mutating func configure(_ input: JSON) throws(ServiceError) {
        try checkPackageType(input)
        try Self.refuseUnsupported(input)
        if let text = input["Description"]?.stringValue { description = text }
        if let handler = input["Handler"]?.stringValue { self.handler = handler }
        if let runtime = input["Runtime"]?.stringValue { self.runtime = runtime }
        try setLimits(input)
        if let variables = input["Environment"]?["Variables"] {
            let pairs = TextMap.pairs(variables)
            try FunctionEnvironment.check(pairs)
            environment = pairs
        }
        if let mode = input["TracingConfig"]?["Mode"]?.stringValue { tracingMode = mode }
        try setArchitectures(input)
        try checkSnapStart(input)
        try setLogging(input)
        try setDeadLetters(input)
    }

    /// `Architectures` of a request: one.
    mutating func setArchitectures(_ input: JSON) throws(ServiceError) {
        guard let list = input["Architectures"]?.arrayValue, let first = list.first?.stringValue else { return }
        guard list.count == 1, first == "x86_64" || first == "arm64" else {
            throw ServiceError(
                "ValidationException",
                "1 validation error detected: Value '[\(list.compactMap(\.stringValue).joined(separator: ", "))]' at 'architectures' "
                    + "failed to satisfy constraint: Member must have length less than or equal to 1")
        }
        architecture = first
    }

    private mutating func setLimits(_ input: JSON) throws(ServiceError) {
        if let seconds = input["Timeout"]?.integerValue {
            try Self.check(seconds, "timeout", 1...900)
            timeoutSeconds = Int(seconds)
        }
        if let megabytes = input["MemorySize"]?.integerValue {
            try Self.check(megabytes, "memorySize", 128...10_240)
            memoryMB = Int(megabytes)
        }
        if let megabytes = input["EphemeralStorage"]?["Size"]?.integerValue {
            try Self.check(megabytes, "ephemeralStorage.size", 512...10_240)
            ephemeralMB = Int(megabytes)
        }
    }

    private static func check(_ value: Int64, _ member: String, _ range: ClosedRange<Int64>) throws(ServiceError) {
        guard !range.contains(value) else { return }
        let bound =
            value < range.lowerBound
            ? "greater than or equal to \(range.lowerBound)" : "less than or equal to \(range.upperBound)"
        throw ServiceError(
            "ValidationException",
            "1 validation error detected: Value '\(value)' at '\(member)' failed to satisfy constraint: "
                + "Member must have value \(bound)")
    }

    private mutating func setDeadLetters(_ input: JSON) throws(ServiceError) {
        guard let target = input["DeadLetterConfig"]?["TargetArn"]?.stringValue else { return }
        let service = ARN(target)?.service
        guard target.isEmpty || service == "sqs" || service == "sns" else {
            throw .invalidParameter(
                "Invalid dead letter queue ARN: The service specified by the TargetArn is not supported for dead letter configuration."
            )
        }
        deadLetterARN = target.isEmpty ? nil : target
    }

    /// Observed on AWS: an image says itself what it runs.
    private func checkPackageType(_ input: JSON) throws(ServiceError) {
        guard case .installed = code else { return }
        let hasLayers = input["Layers"]?.arrayValue?.isEmpty == false
        guard input["Runtime"]?.unlessNull == nil, input["Handler"]?.unlessNull == nil, !hasLayers else {
            throw .invalidParameter(
                "Please don't provide Handler or Runtime or Layer when the intended function PackageType is Image.")
        }
    }

    /// AWS names what it cannot take a snapshot of; here that is everything.
    private func checkSnapStart(_ input: JSON) throws(ServiceError) {
        guard let choice = input["SnapStart"]?["ApplyOn"]?.stringValue, choice != "None" else { return }
        let subject = if case .installed = code { "ContainerImage" } else { runtime ?? "The runtime" }
        throw .invalidParameter("\(subject) is not supported for SnapStart enabled functions.")
    }

    /// Lines are text, and go to a group that is named, or to the one of the function's own name.
    private mutating func setLogging(_ input: JSON) throws(ServiceError) {
        guard let config = input["LoggingConfig"]?.unlessNull else { return }
        if let format = config["LogFormat"]?.stringValue, format != "Text" {
            throw .invalidParameter(
                "LoggingConfig.LogFormat \(format) is not supported here: functions write Text. Leave LogFormat out.")
        }
        for level in ["ApplicationLogLevel", "SystemLogLevel"] where config[level]?.unlessNull != nil {
            // As on AWS: levels go with JSON alone.
            throw .invalidParameter("LoggingConfig.\(level) is only supported when LogFormat is set to JSON.")
        }
        givenLogGroup = config["LogGroup"]?.stringValue
        if logGroup == "/aws/lambda/\(name)" { givenLogGroup = nil }
    }

    /// What would be a lie to accept; members that say "none" are let pass.
    private static func refuseUnsupported(_ input: JSON) throws(ServiceError) {
        if let layers = input["Layers"]?.arrayValue, !layers.isEmpty { throw .layersNotSupported }
        if let vpc = input["VpcConfig"],
            ["SubnetIds", "SecurityGroupIds"].contains(where: { vpc[$0]?.arrayValue?.isEmpty == false })
        {
            throw .notSupported("VpcConfig", "there is no VPC, functions reach what this machine reaches")
        }
        if input["FileSystemConfigs"]?.arrayValue?.isEmpty == false {
            throw .notSupported("FileSystemConfigs", "functions see the file system of this machine")
        }
        if input["ImageConfig"]?.objectValue?.contains(where: { $0.value.unlessNull != nil && $0.value != [] }) == true
        {
            throw .notSupported("ImageConfig", "a package is no container image and starts its handler itself")
        }
        if let key = input["KMSKeyArn"]?.stringValue, !key.isEmpty {
            throw .notSupported("KMSKeyArn", "environment variables are not encrypted")
        }
        if let config = input["CodeSigningConfigArn"]?.stringValue, !config.isEmpty {
            throw ServiceError(
                "CodeSigningConfigNotFoundException",
                "The code signing configuration cannot be found. Check that the provided configuration is not deleted: \(config).",
                status: 404, members: [("Type", "User")])
        }
        for (member, reason) in [
            ("CapacityProviderConfig", "there are no managed instances"),
            ("DurableConfig", "use a state machine for work that lasts"),
            ("TenancyConfig", "all calls of a function share its processes"),
            ("PublishTo", "only numbered versions are published"),
        ] where input[member]?.unlessNull != nil {
            throw .notSupported(member, reason)
        }
    }
}
