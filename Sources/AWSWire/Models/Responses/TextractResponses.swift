// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `textract`.
    static let textract = ModelReader.read(
        #"""
        service textract - - - - coral
        action analyzeDocument - AnalyzeDocumentResponse
        action analyzeExpense - AnalyzeExpenseResponse
        action analyzeID - AnalyzeIDResponse
        action detectDocumentText - DetectDocumentTextResponse
        action getDocumentAnalysis - GetDocumentAnalysisResponse
        action getDocumentTextDetection - GetDocumentTextDetectionResponse
        action startDocumentAnalysis - StartDocumentAnalysisResponse
        action startDocumentTextDetection - StartDocumentTextDetectionResponse
        double -double
        double Percent 0..100
        integer UInteger 0..
        list BlockList Block -
        list EntityTypes EntityType -
        list ExpenseDocumentList ExpenseDocument -
        list ExpenseFieldList ExpenseField -
        list ExpenseGroupPropertyList ExpenseGroupProperty -
        list HumanLoopActivationReasons -string - 1..
        list IdList -string -
        list IdentityDocumentFieldList IdentityDocumentField -
        list IdentityDocumentList IdentityDocument -
        list LineItemGroupList LineItemGroup -
        list LineItemList LineItemFields -
        list Pages UInteger -
        list Polygon Point -
        list QueryPages QueryPage - 1..
        list RelationshipList Relationship -
        list StringList -string -
        list Warnings Warning -
        string -string
        string BlockType enum KEY_VALUE_SET,PAGE,LINE,WORD,TABLE,CELL,SELECTION_ELEMENT,MERGED_CELL,TITLE,QUERY,QUERY_RESULT,SIGNATURE,TABLE_TITLE,TABLE_FOOTER,LAYOUT_TEXT,LAYOUT_TITLE,LAYOUT_HEADER,LAYOUT_FOOTER,LAYOUT_SECTION_HEADER,LAYOUT_PAGE_NUMBER,LAYOUT_LIST,LAYOUT_FIGURE,LAYOUT_TABLE,LAYOUT_KEY_VALUE
        string EntityType enum KEY,VALUE,COLUMN_HEADER,TABLE_TITLE,TABLE_FOOTER,TABLE_SECTION_TITLE,TABLE_SUMMARY,STRUCTURED_TABLE,SEMI_STRUCTURED_TABLE
        string HumanLoopActivationConditionsEvaluationResults ..10240
        string HumanLoopArn ..256
        string JobId 1..64
        string JobStatus enum IN_PROGRESS,SUCCEEDED,FAILED,PARTIAL_SUCCESS
        string PaginationToken 1..1024
        string QueryInput 1..200
        string QueryPage 1..9
        string RelationshipType enum VALUE,CHILD,COMPLEX_FEATURES,MERGED_CELL,TITLE,ANSWER,TABLE,TABLE_TITLE,TABLE_FOOTER
        string SelectionStatus enum SELECTED,NOT_SELECTED
        string TextType enum HANDWRITING,PRINTED
        string ValueType enum DATE
        structure AnalyzeDocumentResponse DocumentMetadata:DocumentMetadata Blocks:BlockList HumanLoopActivationOutput:HumanLoopActivationOutput AnalyzeDocumentModelVersion:-string
        structure AnalyzeExpenseResponse DocumentMetadata:DocumentMetadata ExpenseDocuments:ExpenseDocumentList
        structure AnalyzeIDDetections Text*:-string NormalizedValue:NormalizedValue Confidence:Percent
        structure AnalyzeIDResponse IdentityDocuments:IdentityDocumentList DocumentMetadata:DocumentMetadata AnalyzeIdModelVersion:-string
        structure Block BlockType:BlockType Confidence:Percent Text:-string TextType:TextType RowIndex:UInteger ColumnIndex:UInteger RowSpan:UInteger ColumnSpan:UInteger Geometry:Geometry Id:-string Relationships:RelationshipList EntityTypes:EntityTypes SelectionStatus:SelectionStatus Page:UInteger Query:Query
        structure BoundingBox Width:-double Height:-double Left:-double Top:-double
        structure DetectDocumentTextResponse DocumentMetadata:DocumentMetadata Blocks:BlockList DetectDocumentTextModelVersion:-string
        structure DocumentMetadata Pages:UInteger
        structure ExpenseCurrency Code:-string Confidence:Percent
        structure ExpenseDetection Text:-string Geometry:Geometry Confidence:Percent
        structure ExpenseDocument ExpenseIndex:UInteger SummaryFields:ExpenseFieldList LineItemGroups:LineItemGroupList Blocks:BlockList
        structure ExpenseField Type:ExpenseType LabelDetection:ExpenseDetection ValueDetection:ExpenseDetection PageNumber:UInteger Currency:ExpenseCurrency GroupProperties:ExpenseGroupPropertyList
        structure ExpenseGroupProperty Types:StringList Id:-string
        structure ExpenseType Text:-string Confidence:Percent
        structure Geometry BoundingBox:BoundingBox Polygon:Polygon RotationAngle:-double
        structure GetDocumentAnalysisResponse DocumentMetadata:DocumentMetadata JobStatus:JobStatus NextToken:PaginationToken Blocks:BlockList Warnings:Warnings StatusMessage:-string AnalyzeDocumentModelVersion:-string
        structure GetDocumentTextDetectionResponse DocumentMetadata:DocumentMetadata JobStatus:JobStatus NextToken:PaginationToken Blocks:BlockList Warnings:Warnings StatusMessage:-string DetectDocumentTextModelVersion:-string
        structure HumanLoopActivationOutput HumanLoopArn:HumanLoopArn HumanLoopActivationReasons:HumanLoopActivationReasons HumanLoopActivationConditionsEvaluationResults:HumanLoopActivationConditionsEvaluationResults
        structure IdentityDocument DocumentIndex:UInteger IdentityDocumentFields:IdentityDocumentFieldList Blocks:BlockList
        structure IdentityDocumentField Type:AnalyzeIDDetections ValueDetection:AnalyzeIDDetections
        structure LineItemFields LineItemExpenseFields:ExpenseFieldList
        structure LineItemGroup LineItemGroupIndex:UInteger LineItems:LineItemList
        structure NormalizedValue Value:-string ValueType:ValueType
        structure Point X:-double Y:-double
        structure Query Text*:QueryInput Alias:QueryInput Pages:QueryPages
        structure Relationship Type:RelationshipType Ids:IdList
        structure StartDocumentAnalysisResponse JobId:JobId
        structure StartDocumentTextDetectionResponse JobId:JobId
        structure Warning ErrorCode:-string Pages:Pages
        """#)
}
