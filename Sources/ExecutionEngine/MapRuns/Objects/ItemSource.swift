import JSONTree
import ResourceNames
import StatesLanguage

/// Reads all items of a Map Run, one call after the other.
final class ItemSource: Sendable {
    /// Told once, on any thread.
    typealias Completion = @Sendable (Result<[JSON], StatesError>) -> Void

    private let objects: any MapRunObjects
    private let reading: ItemReading
    private let bucket: String
    private let parameters: JSON
    private let itemsMax: Int

    /// - Throws: `States.ItemReaderFailed`.
    init(_ objects: any MapRunObjects, _ reader: ItemReader, parameters: JSON, itemsMax: Int?) throws(StatesError) {
        guard (itemsMax ?? 0) >= 0 else { throw ItemReading.failure("field MaxItems must be positive") }
        guard let bucket = parameters["Bucket"]?.stringValue else {
            throw ItemReading.failure("The field 'Bucket' is required")
        }
        self.objects = objects
        reading = ItemReading(reader: reader)
        self.bucket = bucket
        self.parameters = parameters
        self.itemsMax = itemsMax.flatMap { $0 == 0 ? nil : $0 } ?? .max
    }

    /// Reads; answers once.
    func read(_ completion: @escaping Completion) {
        if reading.reader.resource.hasSuffix("listObjectsV2") { return list(after: nil, [], completion) }
        guard let key = parameters["Key"]?.stringValue else {
            return completion(.failure(ItemReading.failure("The field 'Key' is required")))
        }
        if reading.reader.inputType == .manifest { return readManifest(key, completion) }
        load([key], from: 0, []) { completion($0) }
    }

    private func list(after: String?, _ found: [MapRunObject], _ completion: @escaping Completion) {
        let prefix = parameters["Prefix"]?.stringValue ?? ""
        objects.list(bucket: bucket, prefix: prefix, after: after, limit: 1_000) { [self] result in
            switch result {
            case .failure(let failure): completion(.failure(ItemReading.failure(failure.message)))
            case .success(let page):
                let all = found + page
                if page.count == 1_000, all.count < itemsMax { return list(after: page.last?.key, all, completion) }
                guard reading.reader.loadsObjects else {
                    return completion(.success(all.prefix(itemsMax).map(\.json)))
                }
                load(all.map(\.key).filter { !$0.hasSuffix("/") }, from: 0, [], completion)
            }
        }
    }

    /// Reads objects in turn and joins their items.
    private func load(_ keys: [String], from index: Int, _ found: [JSON], _ completion: @escaping Completion) {
        guard index < keys.count, found.count < itemsMax else {
            return completion(.success(Array(found.prefix(itemsMax))))
        }
        objects.read(bucket: bucket, key: keys[index]) { [self] result in
            switch result {
            case .failure(let failure): completion(.failure(ItemReading.failure(failure.message)))
            case .success(let bytes):
                do throws(StatesError) {
                    let items = try reading.items(in: bytes, key: keys[index])
                    load(keys, from: index + 1, found + items, completion)
                } catch {
                    completion(.failure(error))
                }
            }
        }
    }

    /// An inventory names the objects that hold its rows.
    private func readManifest(_ key: String, _ completion: @escaping Completion) {
        objects.read(bucket: bucket, key: key) { [self] result in
            switch result {
            case .failure(let failure): completion(.failure(ItemReading.failure(failure.message)))
            case .success(let bytes):
                // Whatever is wrong with it, it names no files.
                guard let files = try? JSON.parse(bytes)["files"]?.arrayValue else {
                    return completion(.failure(ItemReading.failure("The object is not the manifest of an inventory.")))
                }
                load(files.compactMap { $0["key"]?.stringValue }, from: 0, [], completion)
            }
        }
    }
}
