using System.Text.Json.Nodes;
using Landfall.Operations.Documents;

namespace Landfall.Operations.Tests.Documents;

public sealed class StatementWordsTests
{
    [Theory]
    [InlineData("""{ "Effect": "Allow", "Action": ["dynamodb:PutItem", "dynamodb:GetItem", "dynamodb:Query"] }""", "changes dynamodb (PutItem); reads dynamodb (GetItem, Query)")]
    [InlineData("""{ "Effect": "Allow", "Action": "secretsmanager:GetSecretValue" }""", "reads the value of secrets")]
    [InlineData("""{ "Effect": "Allow", "Action": "*" }""", "does anything")]
    [InlineData("""{ "Effect": "Allow", "Action": "s3:*" }""", "does anything with s3 (*)")]
    [InlineData("""{ "Effect": "Deny", "Action": "s3:DeleteObject" }""", "never: changes s3 (DeleteObject)")]
    [InlineData("""{ "Effect": "Allow", "NotAction": ["iam:*", "sts:*"] }""", "does anything but iam:*, sts:*")]
    public void May_Statement_SaysAllOfIt(string statement, string expected) => Assert.Equal(expected, StatementWords.May(JsonNode.Parse(statement)!));

    [Theory]
    [InlineData("""{ "Resource": "*" }""", "everything")]
    [InlineData("""{ "NotResource": "arn:aws:s3:::keep/*" }""", "everything but s3 keep/*")]
    [InlineData("""{ "Resource": ["arn:aws:dynamodb:us-east-1:222222222222:table/shop-prod-audit", "${shop-prod-data/OrdersCluster.MasterUserSecret.SecretArn}"] }""", "dynamodb table/shop-prod-audit, the password of RDS DBCluster OrdersCluster of shop-prod-data")]
    [InlineData("""{ "Resource": "arn:${AWS::Partition}:s3:::${AWS::AccountId}-a/*" }""", "s3 222222222222-a/*")]
    [InlineData("""{ "Resource": { "Fn::Made": "up" } }""", """{"Fn::Made":"up"}""")]
    public void On_Statement_NamesWhatItIsFor(string statement, string expected) =>
        Assert.Equal(expected, StatementWords.On(ArchitectureDocumentTests.Read("shop", "prod"), JsonNode.Parse(statement)!));

    [Fact]
    public void When_Conditions_AreAllThere() => Assert.Equal(
        "aws:SourceAccount StringEquals 1 or 2; s3:prefix StringLike a*",
        StatementWords.When(JsonNode.Parse("""{ "Condition": { "StringEquals": { "aws:SourceAccount": ["1", "2"] }, "StringLike": { "s3:prefix": "a*" } } }""")!));

    [Theory]
    [InlineData("\"*\"", "anybody")]
    [InlineData("""{ "AWS": "*" }""", "anybody")]
    [InlineData("""{ "Service": "ecs.amazonaws.com" }""", "ecs.amazonaws.com")]
    public void Principals_OfATrust_AreNamed(string principal, string expected) => Assert.Equal([expected], StatementWords.Principals(JsonNode.Parse(principal)));
}
