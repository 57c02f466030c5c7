newel demo --plugins .build/release
