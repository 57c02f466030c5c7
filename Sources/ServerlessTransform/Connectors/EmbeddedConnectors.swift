import JSONTree

/// The attribute `Connectors` of resources: connectors whose source is the resource they stand in.
enum EmbeddedConnectors {
    /// Makes each of them a resource of its own.
    static func unfold(in resources: inout JSONObject, problems: inout [TemplateProblem]) {
        var found = JSONObject()
        for (source, resource) in resources {
            guard let connectors = resource["Connectors"], var object = resource.objectValue else { continue }
            object["Connectors"] = nil
            resources[source] = .object(object)
            guard let members = connectors.objectValue else {
                problems.append(.resource(source, "Attribute '\(source).Connectors' should be a map."))
                continue
            }
            for (name, json) in members {
                do throws(TemplateProblem) {
                    let connector = try connector(name, json, in: source)
                    if resources[source + name] != nil {
                        throw .taken(source + name, type: ConnectorExpansion.properties.type, by: source)
                    }
                    found[source + name] = connector
                } catch { problems.append(error) }
            }
        }
        for (id, connector) in found { resources[id] = connector }
    }

    private static func connector(_ name: String, _ json: JSON, in source: String) throws(TemplateProblem) -> JSON {
        guard var connector = json.objectValue else {
            throw .resource(source + name, "\(source).\(source + name) should be a map.")
        }
        guard var properties = connector["Properties"]?.objectValue else {
            throw .resource(source, "Attribute 'Connectors.\(name).Properties' should be a map.")
        }
        var end: JSONObject = ["Id": .string(source)]
        if let more = properties["SourceReference"] {
            guard let members = more.objectValue else {
                throw .resource(
                    source, "Property 'Connectors.\(name).Properties.SourceReference' should be a map.")
            }
            guard members["Id"] == nil else {
                throw .resource(name, "'Id' shouldn't be defined in 'SourceReference'.")
            }
            for (key, value) in members { end[key] = value }
            properties["SourceReference"] = nil
        }
        properties["Source"] = .object(end)
        connector["Properties"] = .object(properties)
        connector["Type"] = .string(ConnectorExpansion.properties.type)
        return .object(connector)
    }
}
