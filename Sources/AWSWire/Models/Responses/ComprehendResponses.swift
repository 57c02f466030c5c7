// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `comprehend`.
    static let comprehend = ModelReader.read(
        #"""
        service comprehend - - - - coral
        action batchDetectEntities - BatchDetectEntitiesResponse
        action batchDetectSentiment - BatchDetectSentimentResponse
        action detectDominantLanguage - DetectDominantLanguageResponse
        action detectEntities - DetectEntitiesResponse
        action detectKeyPhrases - DetectKeyPhrasesResponse
        action detectPiiEntities - DetectPiiEntitiesResponse
        action detectSentiment - DetectSentimentResponse
        action detectSyntax - DetectSyntaxResponse
        double -double
        integer -integer
        list BatchItemErrorList BatchItemError -
        list ListOfBlockReferences BlockReference -
        list ListOfBlocks Block -
        list ListOfChildBlocks ChildBlock -
        list ListOfDetectEntitiesResult BatchDetectEntitiesItemResult -
        list ListOfDetectSentimentResult BatchDetectSentimentItemResult -
        list ListOfDocumentType DocumentTypeListItem -
        list ListOfDominantLanguages DominantLanguage -
        list ListOfEntities Entity -
        list ListOfErrors ErrorsListItem -
        list ListOfExtractedCharacters ExtractedCharactersListItem -
        list ListOfKeyPhrases KeyPhrase -
        list ListOfPiiEntities PiiEntity -
        list ListOfRelationships RelationshipsListItem -
        list ListOfSyntaxTokens SyntaxToken -
        list Polygon Point -
        list StringList String -
        string BlockType enum LINE,WORD
        string DocumentType enum NATIVE_PDF,SCANNED_PDF,MS_WORD,IMAGE,PLAIN_TEXT,TEXTRACT_DETECT_DOCUMENT_TEXT_JSON,TEXTRACT_ANALYZE_DOCUMENT_JSON
        string EntityType enum PERSON,LOCATION,ORGANIZATION,COMMERCIAL_ITEM,EVENT,DATE,QUANTITY,TITLE,OTHER
        string PageBasedErrorCode enum TEXTRACT_BAD_PAGE,TEXTRACT_PROVISIONED_THROUGHPUT_EXCEEDED,PAGE_CHARACTERS_EXCEEDED,PAGE_SIZE_EXCEEDED,INTERNAL_SERVER_ERROR
        string PartOfSpeechTagType enum ADJ,ADP,ADV,AUX,CONJ,CCONJ,DET,INTJ,NOUN,NUM,O,PART,PRON,PROPN,PUNCT,SCONJ,SYM,VERB
        string PiiEntityType enum BANK_ACCOUNT_NUMBER,BANK_ROUTING,CREDIT_DEBIT_NUMBER,CREDIT_DEBIT_CVV,CREDIT_DEBIT_EXPIRY,PIN,EMAIL,ADDRESS,NAME,PHONE,SSN,DATE_TIME,PASSPORT_NUMBER,DRIVER_ID,URL,AGE,USERNAME,PASSWORD,AWS_ACCESS_KEY,AWS_SECRET_KEY,IP_ADDRESS,MAC_ADDRESS,ALL,LICENSE_PLATE,VEHICLE_IDENTIFICATION_NUMBER,UK_NATIONAL_INSURANCE_NUMBER,CA_SOCIAL_INSURANCE_NUMBER,US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER,UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER,IN_PERMANENT_ACCOUNT_NUMBER,IN_NREGA,INTERNATIONAL_BANK_ACCOUNT_NUMBER,SWIFT_CODE,UK_NATIONAL_HEALTH_SERVICE_NUMBER,CA_HEALTH_NUMBER,IN_AADHAAR,IN_VOTER_NUMBER
        string RelationshipType enum CHILD
        string SentimentType enum POSITIVE,NEGATIVE,NEUTRAL,MIXED
        string String 1..
        structure BatchDetectEntitiesItemResult Index:-integer Entities:ListOfEntities
        structure BatchDetectEntitiesResponse ResultList*:ListOfDetectEntitiesResult ErrorList*:BatchItemErrorList
        structure BatchDetectSentimentItemResult Index:-integer Sentiment:SentimentType SentimentScore:SentimentScore
        structure BatchDetectSentimentResponse ResultList*:ListOfDetectSentimentResult ErrorList*:BatchItemErrorList
        structure BatchItemError Index:-integer ErrorCode:String ErrorMessage:String
        structure Block Id:String BlockType:BlockType Text:String Page:-integer Geometry:Geometry Relationships:ListOfRelationships
        structure BlockReference BlockId:String BeginOffset:-integer EndOffset:-integer ChildBlocks:ListOfChildBlocks
        structure BoundingBox Height:-double Left:-double Top:-double Width:-double
        structure ChildBlock ChildBlockId:String BeginOffset:-integer EndOffset:-integer
        structure DetectDominantLanguageResponse Languages:ListOfDominantLanguages
        structure DetectEntitiesResponse Entities:ListOfEntities DocumentMetadata:DocumentMetadata DocumentType:ListOfDocumentType Blocks:ListOfBlocks Errors:ListOfErrors
        structure DetectKeyPhrasesResponse KeyPhrases:ListOfKeyPhrases
        structure DetectPiiEntitiesResponse Entities:ListOfPiiEntities
        structure DetectSentimentResponse Sentiment:SentimentType SentimentScore:SentimentScore
        structure DetectSyntaxResponse SyntaxTokens:ListOfSyntaxTokens
        structure DocumentMetadata Pages:-integer ExtractedCharacters:ListOfExtractedCharacters
        structure DocumentTypeListItem Page:-integer Type:DocumentType
        structure DominantLanguage LanguageCode:String Score:-double
        structure Entity Score:-double Type:EntityType Text:String BeginOffset:-integer EndOffset:-integer BlockReferences:ListOfBlockReferences
        structure ErrorsListItem Page:-integer ErrorCode:PageBasedErrorCode ErrorMessage:String
        structure ExtractedCharactersListItem Page:-integer Count:-integer
        structure Geometry BoundingBox:BoundingBox Polygon:Polygon
        structure KeyPhrase Score:-double Text:String BeginOffset:-integer EndOffset:-integer
        structure PartOfSpeechTag Tag:PartOfSpeechTagType Score:-double
        structure PiiEntity Score:-double Type:PiiEntityType BeginOffset:-integer EndOffset:-integer
        structure Point X:-double Y:-double
        structure RelationshipsListItem Ids:StringList Type:RelationshipType
        structure SentimentScore Positive:-double Negative:-double Neutral:-double Mixed:-double
        structure SyntaxToken TokenId:-integer Text:String BeginOffset:-integer EndOffset:-integer PartOfSpeech:PartOfSpeechTag
        """#)
}
