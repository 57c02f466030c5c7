import JSONTree

extension MapRunDispatch {
    /// Notes what expressions of the state see: they are evaluated item by item, long after.
    mutating func freeze(_ fold: Fold, _ frame: Int) {
        retryCount = fold.core.frames[frame].retryCount
        parentRedriveCount = fold.core.redriveCount
        parentRedrivenAt = fold.core.redrivenAt
        var frames: [Int] = []
        var outer = frame
        while outer >= 0 {
            frames.append(outer)
            if outerItem == nil { outerItem = fold.core.frames[outer].item }
            outer = fold.core.frames[outer].parent
        }
        for frame in frames.reversed() {
            for (name, value) in fold.core.frames[frame].variables { variables[name] = value }
        }
    }
}
