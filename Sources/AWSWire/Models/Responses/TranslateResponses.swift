// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `translate`.
    static let translate = ModelReader.read(
        #"""
        service translate - - - - coral
        action describeTextTranslationJob - DescribeTextTranslationJobResponse
        action startTextTranslationJob - StartTextTranslationJobResponse
        action translateDocument - TranslateDocumentResponse
        action translateText - TranslateTextResponse
        blob -blob
        integer -integer
        list AppliedTerminologyList AppliedTerminology -
        list ResourceNameList ResourceName -
        list TargetLanguageCodeStringList LanguageCodeString - 1..
        list TermList Term -
        string -string
        string Brevity enum ON
        string ContentType ..256
        string EncryptionKeyID 1..400
        string EncryptionKeyType enum KMS
        string Formality enum FORMAL,INFORMAL
        string IamRoleArn 20..2048
        string JobId 1..32
        string JobName 1..256
        string JobStatus enum SUBMITTED,IN_PROGRESS,COMPLETED,COMPLETED_WITH_ERROR,FAILED,STOP_REQUESTED,STOPPED
        string LanguageCodeString 2..5
        string Profanity enum MASK
        string ResourceName 1..256
        string S3Uri ..1024
        string String ..10000
        string TranslatedTextString ..20000
        structure AppliedTerminology Name:ResourceName Terms:TermList
        structure DescribeTextTranslationJobResponse TextTranslationJobProperties:TextTranslationJobProperties
        structure EncryptionKey Type*:EncryptionKeyType Id*:EncryptionKeyID
        structure InputDataConfig S3Uri*:S3Uri ContentType*:ContentType
        structure JobDetails TranslatedDocumentsCount:-integer DocumentsWithErrorsCount:-integer InputDocumentsCount:-integer
        structure OutputDataConfig S3Uri*:S3Uri EncryptionKey:EncryptionKey
        structure StartTextTranslationJobResponse JobId:JobId JobStatus:JobStatus
        structure Term SourceText:String TargetText:String
        structure TextTranslationJobProperties JobId:JobId JobName:JobName JobStatus:JobStatus JobDetails:JobDetails SourceLanguageCode:LanguageCodeString TargetLanguageCodes:TargetLanguageCodeStringList TerminologyNames:ResourceNameList ParallelDataNames:ResourceNameList Message:-string SubmittedTime:-timestamp EndTime:-timestamp InputDataConfig:InputDataConfig OutputDataConfig:OutputDataConfig DataAccessRoleArn:IamRoleArn Settings:TranslationSettings
        structure TranslateDocumentResponse TranslatedDocument*:TranslatedDocument SourceLanguageCode*:LanguageCodeString TargetLanguageCode*:LanguageCodeString AppliedTerminologies:AppliedTerminologyList AppliedSettings:TranslationSettings
        structure TranslateTextResponse TranslatedText*:TranslatedTextString SourceLanguageCode*:LanguageCodeString TargetLanguageCode*:LanguageCodeString AppliedTerminologies:AppliedTerminologyList AppliedSettings:TranslationSettings
        structure TranslatedDocument Content*:-blob
        structure TranslationSettings Formality:Formality Profanity:Profanity Brevity:Brevity
        timestamp -timestamp
        """#)
}
