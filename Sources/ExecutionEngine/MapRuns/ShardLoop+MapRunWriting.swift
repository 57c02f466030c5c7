import JSONTree
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// ResultWriter: files of results. They are worked out from the children's rows, so writing them again after a crash writes the same.
extension ShardLoop {
    /// Writes the results; what has been written already is found equal.
    func writeResults(of run: LiveMapRun) {
        let writer = run.shaper.map.resultWriter
        guard let objects = services.objects,
            var results = ResultFiles(
                run: run.arn, parameters: run.state.dispatch?.exchange.writer ?? .emptyObject,
                outputType: writer?.outputType ?? "JSON", transformation: writer?.transformation ?? "NONE")
        else { return failWriting(run, "The field 'Bucket' is required") }
        do throws(EngineFailure) {
            try eachChild(of: run) { _, child in results.add(child) }
        } catch {
            if case .keyUnusable(let lost) = error { return wait(run, for: lost) }
            return failWriting(run, "\(error)")
        }
        for ordinal in 0..<run.state.childCount where run.state.outcome(of: ordinal).isWaiting {
            let range = run.state.itemRange(of: ordinal)
            // An item that cannot be shaped has been reported as such.
            if let input = try? run.shaper.input(of: run.items[range], from: range.lowerBound) {
                results.add(pending: input)
            }
        }
        let written = MapRunInput.resultsWritten(count: results.count, details: Payload(results.details))
        let key = run.key
        let (files, bucket) = (results.files(), results.bucket)
        inTurn { loop in
            loop.callsUnderWay += 1
            Self.put(files[...], to: objects, bucket: bucket) { [weak loop] failure in
                loop?.postAnswer { loop in
                    guard let run = loop.mapRuns[key] else { return }
                    if let failure { return loop.failWriting(run, failure.message) }
                    loop.offer(written, to: run)
                }
            }
        }
    }

    private func failWriting(_ run: LiveMapRun, _ cause: String) {
        offer(.resultsFailed(StatesError(StatesErrorName.resultWriterFailed, cause: cause)), to: run)
    }

    /// Writes files one after the other.
    private static func put(
        _ files: ArraySlice<ResultFiles.File>, to objects: any MapRunObjects, bucket: String,
        _ completion: @escaping @Sendable (MapRunObjectsFailure?) -> Void
    ) {
        guard let file = files.first else { return completion(nil) }
        objects.put(bucket: bucket, key: file.key, file.bytes) { result in
            switch result {
            case .success: put(files.dropFirst(), to: objects, bucket: bucket, completion)
            case .failure(let failure): completion(failure)
            }
        }
    }
}
