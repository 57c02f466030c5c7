newel plugin new CheckStockPrice --lang swift
cd CheckStockPrice
