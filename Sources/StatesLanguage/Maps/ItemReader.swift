import JSONPathLanguage
import JSONTree

/// `ItemReader` of a distributed Map: where its items come from.
package struct ItemReader: Sendable {
    /// What an object that is read holds.
    package enum InputType: String, Sendable, CaseIterable {
        /// Rows of text.
        case csv = "CSV"
        /// One array.
        case json = "JSON"
        /// One value per line.
        case jsonLines = "JSONL"
        /// Columns.
        case parquet = "PARQUET"
        /// A list of objects in S3.
        case manifest = "MANIFEST"
    }

    /// `arn:aws:states:::s3:getObject` or `…:listObjectsV2`.
    package var resource: String
    /// The arguments of that call.
    package var parameters: ValueTemplate?
    /// Absent for `listObjectsV2` without a transformation.
    package var inputType: InputType?
    /// The names of a CSV's columns when its first row does not hold them.
    package var headers: [String]?
    /// What stands between a CSV's columns: `COMMA`, `PIPE`, `SEMICOLON`, `SPACE`, `TAB`.
    package var delimiter: String
    /// JSON pointer to the array in a JSON object.
    package var itemsPointer: String?
    /// `LOAD_AND_FLATTEN`: read the listed objects themselves.
    package var loadsObjects: Bool
    /// `S3_INVENTORY` or `ATHENA_DATA`.
    package var manifestType: String?
    /// At most that many items.
    package var maxItems: NumberSource?

    /// A reader of one object or listing, with the language's defaults.
    package init(resource: String, parameters: ValueTemplate?) {
        self.resource = resource
        self.parameters = parameters
        delimiter = "COMMA"
        loadsObjects = false
    }
}

extension ItemReader {
    /// Reads the fields; `nil` when absent or when something is wrong, which then is among the problems.
    static func read(_ map: Fields) -> ItemReader? {
        guard let fields = map.nested("ItemReader") else { return nil }
        fields.allow(["Resource", "Parameters", "ReaderConfig"], jsonata: ["Arguments"])
        fields.require(["Resource"])
        let parameters = fields.arguments()
        guard let resource = fields.text("Resource") else { return nil }
        let name = resource.split(separator: ":").suffix(2).joined(separator: ":")
        guard TaskResource(resource)?.kind == .integration, ["s3:getObject", "s3:listObjectsV2"].contains(name) else {
            fields.refuse("Resource", "The field 'Resource' does not match any of the allowed values")
            return nil
        }
        var reader = ItemReader(resource: resource, parameters: parameters)
        if let config = fields.nested("ReaderConfig") { reader.readConfig(config) }
        return reader
    }

    private mutating func readConfig(_ config: Fields) {
        config.allow([
            "InputType", "Transformation", "ManifestType", "CSVHeaderLocation", "CSVHeaders", "CSVDelimiter",
            "ItemsPointer",
            "MaxItems", "MaxItemsPath",
        ])
        inputType = config.choice("InputType", of: InputType.allCases.map(\.rawValue)).flatMap(InputType.init)
        loadsObjects = config.choice("Transformation", of: ["NONE", "LOAD_AND_FLATTEN"]) == "LOAD_AND_FLATTEN"
        manifestType = config.choice("ManifestType", of: ["S3_INVENTORY", "ATHENA_DATA"])
        delimiter = config.choice("CSVDelimiter", of: ["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"]) ?? "COMMA"
        itemsPointer = config.text("ItemsPointer")
        maxItems = config.numberSource("MaxItems")
        readHeaders(config)
    }

    private mutating func readHeaders(_ config: Fields) {
        let location = config.choice("CSVHeaderLocation", of: ["FIRST_ROW", "GIVEN"])
        if inputType == .csv, !config.has("CSVHeaderLocation") {
            config.problems.error("The field 'CSVHeaderLocation' is required", at: config.place)
        }
        if inputType == .json, config.has("CSVHeaderLocation") {
            config.problems.error(
                "Field 'CSVHeaderLocation' is not supported", at: config.place, field: "CSVHeaderLocation")
        }
        if location == "GIVEN" { config.require(["CSVHeaders"]) }
        let names = config.elements("CSVHeaders")
        headers = names?.compactMap(\.stringValue)
        if headers?.count != names?.count { config.refuse("CSVHeaders", "Expected value of type [STRING]") }
    }
}
