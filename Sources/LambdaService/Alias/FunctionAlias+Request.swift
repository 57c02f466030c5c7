import AWSWire
import JSONTree

extension FunctionAlias {
    /// Takes over what a request says of where the alias leads, and checks it.
    ///
    /// - Throws: when a version is not there, or the routing is none. Observed on AWS: the words.
    mutating func route(_ input: JSON, in catalog: FunctionCatalog) throws(ServiceError) {
        if let version = input["FunctionVersion"]?.stringValue { self.version = version }
        try check(version, in: catalog)
        if let routing = input["RoutingConfig"], routing.isObject {
            additional = try Self.route(routing["AdditionalVersionWeights"]?.objectValue ?? JSONObject())
        }
        guard let additional else { return }
        guard additional.version != version else {
            throw .invalidParameter(
                "Invalid function version \(version). Function version \(version) is already included in routing configuration."
            )
        }
        guard version != "$LATEST" else {
            throw .invalidParameter("$LATEST is not supported for an alias pointing to more than 1 version")
        }
        try check(additional.version, in: catalog)
    }

    private static func route(_ weights: JSONObject) throws(ServiceError) -> Route? {
        guard weights.count <= 1 else {
            throw .invalidParameter("Number of items in AdditionalVersionWeights cannot be greater than 1")
        }
        return weights.first.map { Route(version: $0.key, weight: $0.value.doubleValue ?? 0) }
    }

    private func check(_ version: String, in catalog: FunctionCatalog) throws(ServiceError) {
        guard
            version == "$LATEST"
                || FunctionVersion.number(version).flatMap({ catalog.version($0, of: function) }) != nil
        else {
            throw .functionNotFound("\(function):\(version)")
        }
    }
}
