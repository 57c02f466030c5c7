import JSONTree
import Logging
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// Items a reader finds are kept in the store: whatever becomes of the object, a Map Run goes on with what it has read.
extension ShardLoop {
    /// Items of one row.
    private static let itemsPerRow = 1_000

    /// Has a reader find the items.
    func readItems(of run: LiveMapRun, _ parameters: JSON) {
        guard let objects = services.objects, let reader = run.shaper.map.itemReader else {
            return offer(
                .itemsFailed(StatesError(StatesErrorName.itemReaderFailed, cause: "There is no store of objects.")),
                to: run)
        }
        let key = run.key
        do throws(StatesError) {
            let source = try ItemSource(
                objects, reader, parameters: parameters, itemsMax: run.state.dispatch?.exchange.readerItemsMax)
            inTurn { loop in
                loop.callsUnderWay += 1
                source.read { [weak loop] result in
                    loop?.postAnswer { loop in
                        guard let run = loop.mapRuns[key] else { return }
                        switch result {
                        case .success(let items): loop.keep(items, of: run)
                        case .failure(let error): loop.offer(.itemsFailed(error), to: run)
                        }
                    }
                }
            }
        } catch {
            offer(.itemsFailed(error), to: run)
        }
    }

    /// Keeps items; when they are durable, the Map Run is told.
    private func keep(_ items: [JSON], of run: LiveMapRun) {
        let key = run.key
        var mutations: [Mutation] = [.deleteResources(kind: OwnedResources.mapRunItems, keyPrefix: "\(key.uuid)/")]
        for (number, start) in stride(from: 0, to: items.count, by: Self.itemsPerRow).enumerated() {
            let page = Array(items[start..<min(start + Self.itemsPerRow, items.count)])
            let row = Self.row(number, of: key)
            let bytes = run.stored(JSON.array(page).bytes, as: .items(key, page: row))
            mutations.append(.putResource(kind: OwnedResources.mapRunItems, key: row, bytes: bytes))
        }
        commitsUnderWay += 1
        services.store.commit([WriteUnit(shard: key.shard, epoch: epochs[key.shard], mutations: mutations)]) {
            [weak self] results in
            let isCommitted = results[0] == .committed
            self?.postCommitted { loop in
                guard let run = loop.mapRuns[key] else { return }
                guard isCommitted else { return loop.findItems(of: run) }
                run.items = items
                loop.take(items, of: run)
            }
        }
    }

    /// Reads the kept items of a Map Run.
    func keptItems(of key: ExecutionKey) throws(EngineFailure) -> [JSON] {
        var items: [JSON] = []
        var after: String?
        while true {
            let position = after
            let rows: [(key: String, bytes: [UInt8])]
            do throws(StoreError) {
                rows = try services.store.readNow { reader throws(StoreError) in
                    try reader.resources(
                        kind: OwnedResources.mapRunItems, keyPrefix: "\(key.uuid)/", after: position, limit: 16)
                }
            } catch {
                throw .unavailable(error.message)
            }
            for row in rows {
                let page = try services.open(row.bytes, as: .items(key, page: row.key))
                do throws(JSONError) { items += try JSON.parse(page).arrayValue ?? [] } catch {
                    throw .unavailable("kept items of a Map Run are damaged: \(error.message)")
                }
            }
            guard let last = rows.last else { return items }
            after = last.key
        }
    }

    /// Lets go of kept items: a Map Run that has succeeded is never redriven.
    func itemsRemoval(of run: LiveMapRun) -> [Mutation] {
        guard run.status == .succeeded, run.state.dispatch?.exchange.reader != nil else { return [] }
        return [.deleteResources(kind: OwnedResources.mapRunItems, keyPrefix: "\(run.key.uuid)/")]
    }

    private static func row(_ number: Int, of key: ExecutionKey) -> String {
        let digits = String(number)
        return "\(key.uuid)/\(String(repeating: "0", count: max(0, 8 - digits.count)))\(digits)"
    }
}
