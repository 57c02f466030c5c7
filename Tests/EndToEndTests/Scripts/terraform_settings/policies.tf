# For each of these the provider looks for 25 seconds whether it stays as it is: only in a soak.

resource "aws_sqs_queue_redrive_allow_policy" "dead" {
  queue_url            = aws_sqs_queue.dead.id
  redrive_allow_policy = jsonencode({ redrivePermission = "byQueue", sourceQueueArns = [aws_sqs_queue.work.arn] })
}

resource "aws_sqs_queue_policy" "work" {
  queue_url = aws_sqs_queue.work.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "topic", Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.work.arn, Principal = { Service = "sns.amazonaws.com" }, Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.news.arn } } },
      { Sid = "bucket", Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.work.arn, Principal = { Service = "s3.amazonaws.com" }, Condition = { ArnLike = { "aws:SourceArn" = aws_s3_bucket.shelf.arn } } },
      { Sid = "events", Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.work.arn, Principal = { Service = "events.amazonaws.com" } },
    ]
  })
}
