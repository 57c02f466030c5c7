import ResourceNames
import StorageContract
import TestSupport
import Testing

/// Rows of services: resources, definitions, messages.
@Suite struct ServiceRowTests {
    @Test(arguments: StoreKind.allCases)
    func resourcesArePagedByKeyWithinAPrefix(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            let keys = ["a", "a/1", "a/2", "a/é", "a/\u{10FFFF}", "a0", "b", "", "a/\0x"]
            _ = await store.write(
                units: keys.map {
                    WriteUnit(mutations: [
                        .putResource(kind: "queue", key: $0, bytes: Array($0.utf8)),
                        .putResource(kind: "topic", key: $0, bytes: []),
                    ])
                })
            func list(_ prefix: String) throws -> [String] {
                var (found, last): ([String], String?) = ([], nil)
                repeat {
                    let page = try store.see { reader throws in
                        try reader.resources(kind: "queue", keyPrefix: prefix, after: last, limit: 2)
                    }
                    for (key, bytes) in page { #expect(bytes == Array(key.utf8)) }
                    found += page.map(\.key)
                    last = page.last?.key
                } while last != nil
                return found
            }
            func backwards(_ prefix: String, _ before: String? = nil) throws -> [String] {
                var (found, last): ([String], String?) = ([], before)
                repeat {
                    let page = try store.see { reader throws in
                        try reader.resourcesBackwards(kind: "queue", keyPrefix: prefix, before: last, limit: 2)
                    }
                    found += page.map(\.key)
                    last = page.last?.key
                } while last != nil
                return found
            }
            func sorted(_ keys: [String]) -> [String] { keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
            #expect(try list("") == sorted(keys))
            #expect(try list("a/") == sorted(keys.filter { $0.hasPrefix("a/") }))
            #expect(try list("zz").isEmpty)
            #expect(try backwards("") == sorted(keys).reversed())
            #expect(try backwards("a/") == sorted(keys.filter { $0.hasPrefix("a/") }).reversed())
            #expect(try backwards("a/", "a/2") == ["a/1", "a/\0x"])
            #expect(try backwards("a/", "b").count == 5)
            #expect(try backwards("a/", "a").isEmpty)
            #expect(
                await store.write(
                    .deleteResources(kind: "queue", keyPrefix: "a/"), .deleteResource(kind: "queue", key: "none"))
                    == .committed)
            #expect(try list("") == ["", "a", "a0", "b"])
            #expect(try store.see { reader throws in try reader.resource(kind: "topic", key: "a/1") } == [])
            #expect(try store.see { reader throws in try reader.resource(kind: "queue", key: "a/1") } == nil)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aResourceIsInsertedOnceAndReplacedAtWill(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            #expect(await store.write(.insertResource(kind: "k", key: "a", bytes: [1])) == .committed)
            #expect(await store.write(.insertResource(kind: "k", key: "a", bytes: [2])) == .conflict(index: 0))
            #expect(await store.write(.putResource(kind: "k", key: "a", bytes: [3])) == .committed)
            #expect(try store.see { reader throws in try reader.resource(kind: "k", key: "a") } == [3])
            #expect(await store.write(.deleteResource(kind: "k", key: "a")) == .committed)
            #expect(await store.write(.insertResource(kind: "k", key: "a", bytes: [4])) == .committed)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func definitionsAreKeptByContent(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            let sha256 = [UInt8](0..<32)
            #expect(await store.write(.putDefinition(sha256: sha256, text: [1])) == .committed)
            #expect(await store.write(.putDefinition(sha256: sha256, text: [1])) == .committed)
            #expect(try store.see { reader throws in try reader.definition(sha256: sha256) } == [1])
            #expect(try store.see { reader throws in try reader.definition(sha256: [1]) } == nil)
        }
    }

    @Test(arguments: StoreKind.allCases, [false, true])
    func messagesChangeAndGo(kind: StoreKind, inOneUnit: Bool) async throws {
        try await kind.withStore { store async throws in
            let mutations: [Mutation] =
                (1...5).map { .putMessage(.fixture(id: $0, bytes: [UInt8($0)])) } + [
                    .putMessage(.fixture(queue: 2, id: 1)),
                    .updateMessage(
                        queue: 1, id: 2, visibleAt: Timestamp(milliseconds: 99), receiveCount: 3, generation: 4,
                        firstReceivedAt: Timestamp(milliseconds: 98)),
                    .deleteMessage(queue: 1, id: 3), .deleteMessage(queue: 1, id: 77),
                    .updateMessage(
                        queue: 1, id: 3, visibleAt: Timestamp(milliseconds: 1), receiveCount: 1, generation: 1,
                        firstReceivedAt: nil),
                    .putMessage(.fixture(id: 4, bytes: [44])),
                ]
            let units = inOneUnit ? [WriteUnit(mutations: mutations)] : mutations.map { WriteUnit(mutations: [$0]) }
            for unit in units { #expect(await store.commit(unit) == .committed) }
            let rows = try store.see { reader throws in try reader.messages(queue: 1, after: 0, limit: 9) }
            #expect(rows.map(\.id) == [1, 2, 4, 5])
            #expect(rows.map(\.bytes) == [[1], [2], [44], [5]])
            #expect(rows[1].visibleAt.milliseconds == 99 && rows[1].receiveCount == 3 && rows[1].generation == 4)
            #expect(rows[1].firstReceivedAt == Timestamp(milliseconds: 98) && rows[0].firstReceivedAt == nil)
            let page = try store.see { reader throws in try reader.messages(queue: 1, after: 1, limit: 2) }
            #expect(page.map(\.id) == [2, 4])
            #expect(await store.write(.deleteMessages(queue: 1), .putMessage(.fixture(id: 9))) == .committed)
            let left = try store.see { reader throws in
                (try reader.messages(queue: 1, after: 0, limit: 9), try reader.messages(queue: 2, after: 0, limit: 9))
            }
            #expect(left.0.map(\.id) == [9] && left.1.map(\.id) == [1])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func theTokenKeyIsSecretAndStays(kind: StoreKind) async throws {
        let (folder, other) = (TemporaryFolder(), TemporaryFolder())
        let (store, second) = (try kind.open(in: folder), try kind.open(in: other))
        let key = try store.tokenKey
        #expect(try key.count == 32 && key == store.tokenKey && key != second.tokenKey)
        store.close()
        second.close()
        if StoreKind.lasting.contains(kind) {
            let reopened = try kind.open(in: folder)
            #expect(try reopened.tokenKey == key)
            reopened.close()
        }
    }
}
