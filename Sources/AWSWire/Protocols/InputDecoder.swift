import JSONTree

/// Turns a routed request into the action's checked input.
struct InputDecoder {
    let call: RoutedCall
    let request: WireRequest

    /// The input; blobs of a payload and the headers of REST go into the context.
    func decode(into context: inout RequestContext) throws(ServiceError) -> JSON {
        guard let place = call.action.input else { return .emptyObject }
        let input: JSON
        switch call.source {
        case .json: input = try body()
        case .cbor: input = try cborBody()
        case .query(let parameters): input = try query(parameters, place, context.endpoint)
        case .rest(let labels) where call.kind == .restXML:
            input = try RESTXMLDecoder(call: call, request: request).decode(labels, place, into: &context)
        case .rest(let labels): input = try rest(labels, place, &context)
        }
        return try InputCheck.checked(input, as: place, of: call.model)
    }

    /// The body as JSON; an empty one counts as `{}`.
    private func body() throws(ServiceError) -> JSON {
        if request.body.isEmpty { return .emptyObject }
        let tree: JSON
        do throws(JSONError) {
            tree = try JSON.parse(request.body)
        } catch {
            throw .serialization("The request body is not valid JSON: \(error.message)")
        }
        guard tree.isObject else { throw .serialization("Expected structure or null") }
        return tree
    }

    /// The body as CBOR; an empty one counts as an empty map.
    private func cborBody() throws(ServiceError) -> JSON {
        if request.body.isEmpty { return .emptyObject }
        let tree: JSON
        do throws(CBORReader.Problem) { tree = try CBORReader.read(request.body) } catch {
            throw .serialization("The request body is not valid CBOR: \(error.message)")
        }
        guard tree.isObject else { throw .serialization("Expected structure or null") }
        return tree
    }

    private func query(_ parameters: ParameterNode, _ place: Int, _ endpoint: String) throws(ServiceError) -> JSON {
        let members = call.model.shapes[place].members
        var input = try QueryDecoder(model: call.model).structure(members, parameters)
        // A request to a queue's own URL names the queue by its path.
        if request.path.utf8.count > 1, input["QueueUrl"] == nil, members.contains(where: { $0.name == "QueueUrl" }),
            case .object(var pairs) = input
        {
            pairs["QueueUrl"] = .string(endpoint + request.path)
            input = .object(pairs)
        }
        return input
    }

    private func rest(_ labels: [(name: String, value: String)], _ place: Int, _ context: inout RequestContext)
        throws(ServiceError) -> JSON
    {
        let members = call.model.shapes[place].members
        var pairs = JSONObject()
        if members.contains(where: { $0.place == .payload }) {
            context.rawBody = request.body
        } else if members.contains(where: { $0.place == .body }), case .object(let found) = try body() {
            pairs = found
        }
        for header in request.headers where header.name.hasPrefix("x-amz") {
            context.headers[header.name] = header.value
        }
        for member in members {
            switch member.place {
            case .path: pairs[member.name] = try text(labels.first { $0.name == member.wireName }?.value, member)
            case .header: pairs[member.name] = try text(request.header(member.wireName.lowercased()), member)
            case .query: pairs[member.name] = try parameter(member)
            default: break
            }
        }
        return .object(pairs)
    }

    private func parameter(_ member: Shape.Member) throws(ServiceError) -> JSON? {
        var values: [String] = []
        for pair in request.query.utf8.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard PercentCoding.decode(parts[0], plusIsSpace: true) == member.wireName else { continue }
            guard let value = parts.count > 1 ? PercentCoding.decode(parts[1], plusIsSpace: true) : "" else {
                throw .serialization("The query string contains a syntax error.")
            }
            values.append(value)
        }
        if case .list(let element, _, _) = call.model.shapes[member.shape].kind {
            var items: [JSON] = []
            for value in values { items.append(try scalar(value, element)) }
            return items.isEmpty ? JSON?.none : JSON.array(items)
        }
        return try text(values.first, member)
    }

    private func text(_ text: String?, _ member: Shape.Member) throws(ServiceError) -> JSON? {
        guard let text else { return nil }
        return try scalar(text, member.shape)
    }

    private func scalar(_ text: String, _ place: Int) throws(ServiceError) -> JSON {
        do {
            return try QueryDecoder.scalar(text, call.model.shapes[place].kind)
        } catch {
            throw .serialization(error.message)
        }
    }
}
