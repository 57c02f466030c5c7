swift build -c release
newel plugin invoke CheckStockPrice --plugins .build/release --input @events/hello.json
