namespace Landfall.EndToEnd.Tests;

/// <summary>Data of AWS Copilot's addons, whose stacks go: as the AWS CLI sees it.</summary>
public sealed class CopilotDataTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Addon = """
        Parameters:
          App: { Type: String }
          Env: { Type: String }
          Name: { Type: String }
        Resources:
          books:
            Metadata: { 'aws:copilot:description': 'An Amazon DynamoDB table for books' }
            Type: AWS::DynamoDB::Table
            Properties:
              TableName: !Sub ${App}-${Env}-${Name}-books
              BillingMode: PAY_PER_REQUEST
              AttributeDefinitions: [{ AttributeName: isbn, AttributeType: S }]
              KeySchema: [{ AttributeName: isbn, KeyType: HASH }]
          covers:
            Type: AWS::S3::Bucket
            Properties: { BucketName: books-test-api-covers }
          seen:
            Type: AWS::SNS::Topic
        Outputs:
          booksName: { Value: !Ref books }
        """;

    [Fact]
    public async Task MigrateCopilot_AddonsKeptAsTheReportSays_DataOutlivesTheStack()
    {
        var folder = Directory.CreateTempSubdirectory("landfall-copilot-").FullName;
        try
        {
            var addon = Path.Combine(folder, "copilot", "api", "addons", "books.yml");
            Directory.CreateDirectory(Path.GetDirectoryName(addon)!);
            File.WriteAllText(Path.Combine(folder, "copilot", "api", "manifest.yml"), "name: api\ntype: Backend Service\nimage: { location: nginx, port: 80 }\n");
            File.WriteAllText(addon, Addon);
            await StackAsync("create-stack", addon);
            File.WriteAllText(Path.Combine(folder, "cover"), "a picture");
            await cloud.AwsAsync("s3api", "put-object", "--bucket", "books-test-api-covers", "--key", "1", "--body", Path.Combine(folder, "cover"));
            await cloud.AwsAsync("dynamodb", "put-item", "--table-name", "books-test-api-books", "--item", """{"isbn":{"S":"1"},"title":{"S":"Sea"}}""");

            (await cloud.LandfallAsync("migrate", "copilot", folder, "--region", "us-east-1")).Succeeded();
            await StackAsync("update-stack", Path.Combine(folder, "copilot-retain", "copilot", "api", "addons", "books.yml"));
            await cloud.AwsAsync("cloudformation", "delete-stack", "--stack-name", "books-test-api-AddonsStack");

            Assert.NotEqual(0, (await cloud.AwsTextAsync("cloudformation", "describe-stacks", "--stack-name", "books-test-api-AddonsStack")).ExitCode);
            Assert.Empty((await cloud.AwsAsync("sns", "list-topics"))["Topics"]!.AsArray());
            Assert.Equal("Sea", (string)(await cloud.AwsAsync("dynamodb", "get-item", "--table-name", "books-test-api-books", "--key", """{"isbn":{"S":"1"}}"""))["Item"]!["title"]!["S"]!);
            await cloud.AwsAsync("s3api", "get-object", "--bucket", "books-test-api-covers", "--key", "1", Path.Combine(folder, "again"));
            Assert.Equal("a picture", File.ReadAllText(Path.Combine(folder, "again")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task StackAsync(string operation, string template)
    {
        await cloud.AwsAsync(
            "cloudformation", operation, "--stack-name", "books-test-api-AddonsStack", "--template-body", $"file://{template}",
            "--parameters", "ParameterKey=App,ParameterValue=books", "ParameterKey=Env,ParameterValue=test", "ParameterKey=Name,ParameterValue=api");
        var stack = (await cloud.AwsAsync("cloudformation", "describe-stacks", "--stack-name", "books-test-api-AddonsStack"))["Stacks"]![0]!;
        Assert.EndsWith("_COMPLETE", (string)stack["StackStatus"]!, StringComparison.Ordinal);
    }
}
