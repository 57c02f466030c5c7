import JSONTree
import ResourceNames
import StatesLanguage

/// Makes items of the bytes of an object. Source: developer guide, "ItemReader (Map)"; wordings recorded from AWS.
struct ItemReading {
    /// What the state says about the object.
    let reader: ItemReader

    /// The items of one object.
    func items(in bytes: [UInt8], key: String) throws(StatesError) -> [JSON] {
        switch reader.inputType ?? Self.type(of: key) {
        case .json: return try array(in: bytes)
        case .jsonLines: return try lines(of: bytes)
        case .csv: return try rows(of: bytes)
        case .manifest: return rowsOfManifest(bytes)
        case .parquet: throw Self.failure("Objects in the PARQUET format cannot be read by this version.")
        }
    }

    /// `States.ItemReaderFailed`.
    static func failure(_ cause: String) -> StatesError {
        StatesError(StatesErrorName.itemReaderFailed, cause: cause)
    }

    private static func type(of key: String) -> ItemReader.InputType {
        if key.hasSuffix(".csv") { return .csv }
        return key.hasSuffix(".jsonl") ? .jsonLines : .json
    }

    private func array(in bytes: [UInt8]) throws(StatesError) -> [JSON] {
        var value: JSON
        do throws(JSONError) { value = try JSON.parse(bytes) } catch {
            throw Self.failure("The object is not valid JSON: \(error.message)")
        }
        if let pointer = reader.itemsPointer {
            guard let found = Self.find(pointer, in: value) else {
                throw Self.failure("The ItemsPointer '\(pointer)' does not point to anything in the object.")
            }
            value = found
        }
        guard let items = value.arrayValue else { throw Self.failure("Attempting to map over non-iterable node.") }
        return items
    }

    /// Follows a JSON pointer (RFC 6901).
    private static func find(_ pointer: String, in value: JSON) -> JSON? {
        var value = value
        for part in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let name = String(part).replacing("~1", with: "/").replacing("~0", with: "~")
            if let array = value.arrayValue {
                guard let index = Int(name), array.indices.contains(index) else { return nil }
                value = array[index]
            } else {
                guard let next = value[name] else { return nil }
                value = next
            }
        }
        return value
    }

    private func lines(of bytes: [UInt8]) throws(StatesError) -> [JSON] {
        var items: [JSON] = []
        for line in bytes.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
            do throws(JSONError) { items.append(try JSON.parse(Array(line))) } catch {
                throw Self.failure("A line of the object is not valid JSON: \(error.message)")
            }
        }
        return items
    }

    private func rows(of bytes: [UInt8]) throws(StatesError) -> [JSON] {
        let delimiters: [String: UInt8] = ["COMMA": 0x2C, "PIPE": 0x7C, "SEMICOLON": 0x3B, "SPACE": 0x20, "TAB": 0x09]
        var rows = CSVReading(delimiter: delimiters[reader.delimiter] ?? 0x2C).rows(of: bytes)[...]
        guard let headers = reader.headers ?? rows.popFirst() else { return [] }
        guard Set(headers).count == headers.count else { throw Self.failure("CSV headers cannot contain duplicates.") }
        return rows.map { CSVReading.item(of: $0, headers: headers) }
    }

    /// A file of an S3 inventory in CSV: bucket, key, and more columns if the inventory has them.
    private func rowsOfManifest(_ bytes: [UInt8]) -> [JSON] {
        CSVReading(delimiter: 0x2C).rows(of: bytes).map { row in
            CSVReading.item(of: row, headers: Array(["Bucket", "Key", "Size", "LastModifiedDate"].prefix(row.count)))
        }
    }
}
