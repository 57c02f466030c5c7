/// Finds out which action a request means: by target header, by path, or by its `Action` parameter.
struct RequestRouter: Sendable {
    private let models: [ServiceModel]
    private let s3: S3Router?

    init(_ models: [ServiceModel]) {
        self.models = models
        s3 = models.first { $0.service == "s3" }.map(S3Router.init)
    }

    /// Whether a request is for S3, which has limits of its own.
    func isS3(_ request: WireRequest, _ scope: CredentialScope?) -> Bool {
        guard s3 != nil, request.header("smithy-protocol") == nil else { return false }
        if let scope { return scope.service == "s3" && request.header("x-amz-target") == nil }
        guard request.header("x-amz-target") == nil else { return false }
        return S3Address.isCertain(request) || (S3Address.isLikely(request) && !fitsPath(request))
    }

    /// The action of a request.
    func route(_ request: WireRequest, _ scope: CredentialScope?) throws(RoutingFailure) -> RoutedCall {
        if request.header("smithy-protocol") == "rpc-v2-cbor" { return try byOperation(request) }
        if let target = request.header("x-amz-target") { return try byTarget(target, request) }
        if let s3, isS3(request, scope) { return try s3.route(request) }
        if let call = try byPath(request, scope) { return call }
        return try byAction(request, scope)
    }

    private func byTarget(_ target: String, _ request: WireRequest) throws(RoutingFailure) -> RoutedCall {
        let version = request.header("content-type")?.hasSuffix("1.1") == true ? "1.1" : "1.0"
        let kind = ProtocolKind.json(version: version)
        let bytes = target.utf8
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else {
            throw RoutingFailure(error: .unknownOperation(target), kind: kind, model: nil)
        }
        let prefix = target[..<dot]
        for model in models where model.targetPrefix == prefix {
            guard let action = model.actions[String(target[bytes.index(after: dot)...])] else {
                throw RoutingFailure(error: .unknownOperation(target), kind: kind, model: model)
            }
            return RoutedCall(model: model, action: action, kind: kind, source: .json)
        }
        throw RoutingFailure(error: .unknownOperation(target), kind: kind, model: nil)
    }

    /// `…/service/AWSStepFunctions/operation/StartExecution`.
    private func byOperation(_ request: WireRequest) throws(RoutingFailure) -> RoutedCall {
        let parts = request.path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }.suffix(4).map {
            String($0)
        }
        guard parts.count == 4, parts[0] == "service", parts[2] == "operation", request.method == "POST" else {
            throw RoutingFailure(error: .unknownOperation(request.path, status: 404), kind: .cbor, model: nil)
        }
        let model = models.first { $0.targetPrefix == parts[1] && $0.wireProtocol == "json" }
        guard let model, let action = model.actions[parts[3]] else {
            throw RoutingFailure(error: .unknownOperation("\(parts[1]).\(parts[3])"), kind: .cbor, model: model)
        }
        return RoutedCall(model: model, action: action, kind: .cbor, source: .cbor)
    }

    private func byPath(_ request: WireRequest, _ scope: CredentialScope?) throws(RoutingFailure) -> RoutedCall? {
        guard request.path.utf8.count > 1 else { return nil }
        let parts = request.path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
        for model in models where model.wireProtocol == "rest-json" && (scope == nil || scope?.service == model.service)
        {
            for action in model.routes where action.method == request.method && Self.isAsked(action, by: request) {
                guard let labels = Self.match(action.segments, parts) else { continue }
                return RoutedCall(model: model, action: action, kind: .restJSON, source: .rest(labels: labels))
            }
            if scope != nil {
                throw RoutingFailure(error: .unknownOperation(request.path, status: 404), kind: .restJSON, model: model)
            }
        }
        return nil
    }

    /// Whether the query string holds what tells an action from others of the same path.
    private static func isAsked(_ action: ActionShape, by request: WireRequest) -> Bool {
        guard !action.query.isEmpty else { return true }
        let query = RequestQuery(request.query)
        return action.query.allSatisfy { wanted in
            query[wanted.name].map { wanted.value == nil || wanted.value == $0 } ?? false
        }
    }

    private func fitsPath(_ request: WireRequest) -> Bool {
        let parts = request.path.utf8.split(separator: UInt8(ascii: "/")).map { Substring($0) }
        return models.contains { model in
            model.wireProtocol == "rest-json" && model.routes.contains { Self.match($0.segments, parts) != nil }
        }
    }

    /// The labels of a path that fits; `nil` when it does not.
    static func match(_ segments: [PathSegment], _ parts: [Substring]) -> [(name: String, value: String)]? {
        var labels: [(name: String, value: String)] = []
        for (place, segment) in segments.enumerated() {
            guard place < parts.count else { return nil }
            switch segment {
            case .fixed(let text): if parts[place] != text { return nil }
            case .label(let name):
                guard let value = PercentCoding.decode(parts[place].utf8, plusIsSpace: false) else { return nil }
                labels.append((name, value))
            case .rest(let name):
                guard let value = PercentCoding.decode(parts[place...].joined(separator: "/").utf8, plusIsSpace: false)
                else { return nil }
                labels.append((name, value))
                return labels
            }
        }
        return parts.count == segments.count ? labels : nil
    }

    private func byAction(_ request: WireRequest, _ scope: CredentialScope?) throws(RoutingFailure) -> RoutedCall {
        let parameters = ParameterNode()
        let isForm = request.header("content-type")?.hasPrefix("application/x-www-form-urlencoded") ?? true
        guard parameters.read(request.query.utf8), !isForm || parameters.read(request.body) else {
            throw RoutingFailure(
                error: ServiceError("MalformedQueryString", "The query string contains a syntax error."), kind: .query,
                model: nil)
        }
        let version = parameters.child("Version")?.value
        guard let name = parameters.child("Action")?.value else {
            if isForm, !request.body.isEmpty || !request.query.isEmpty {
                let error = ServiceError("MissingAction", "The request is missing an action or a required parameter.")
                throw RoutingFailure(error: error, kind: .query, model: nil)
            }
            throw RoutingFailure(error: .unknownOperation(request.path, status: 404), kind: .restJSON, model: nil)
        }
        let model = service(scope, action: name, version: version, request)
        guard let model, let action = model.actions[name] else {
            let error = ServiceError(
                "InvalidAction", "Could not find operation \(name)\(version.map { " for version \($0)" } ?? "")")
            throw RoutingFailure(error: error, kind: .query, model: model)
        }
        return RoutedCall(model: model, action: action, kind: .query, source: .query(parameters))
    }

    private func service(_ scope: CredentialScope?, action: String, version: String?, _ request: WireRequest)
        -> ServiceModel?
    {
        let models = models.filter(\.speaksQuery)
        if let scope, let model = models.first(where: { $0.service == scope.service }) { return model }
        if let host = request.header("host"), let model = models.first(where: { host.hasPrefix($0.service + ".") }) {
            return model
        }
        if let version {
            return models.first { $0.version == version && $0.actions[action] != nil }
                ?? models.first { $0.version == version }
        }
        return models.first { $0.actions[action] != nil }
    }
}

extension ServiceError {
    /// An action nobody serves.
    static func unknownOperation(_ what: String, status: Int = 400) -> ServiceError {
        ServiceError("UnknownOperationException", "The operation \(what) is not served here.", status: status)
    }
}
