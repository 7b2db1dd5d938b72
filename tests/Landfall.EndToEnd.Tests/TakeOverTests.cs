using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Coming over from AWS Copilot with the data, from stacks as Copilot makes them, step by step as its report says.</summary>
[LongRun]
public sealed class TakeOverTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Templates = "shelf-infra-templates";
    private const string Table = "shelf-test-api-books";
    private const string Bucket = "shelf-test-api-covers";
    private const string Addon = "copilot/api/addons/store.yml";

    /// <summary>What Copilot's environment has that services stand on.</summary>
    private const string Environment = """
        Resources:
          Cluster: { Type: AWS::ECS::Cluster, Properties: { ClusterName: shelf-test } }
        """;

    /// <summary>A service's stack, with its addons' in it, as Copilot packs them: by an address that changes with the template.</summary>
    private const string Service = """
        Parameters:
          AddonsTemplateURL: { Type: String, Default: '' }
        Conditions:
          HasAddons: !Not [!Equals [!Ref AddonsTemplateURL, '']]
        Resources:
          LogGroup: { Type: AWS::Logs::LogGroup, Properties: { LogGroupName: /copilot/shelf-test-api } }
          AddonsStack:
            Metadata: { 'aws:copilot:description': 'An Addons CloudFormation Stack for your additional AWS resources' }
            Type: AWS::CloudFormation::Stack
            Condition: HasAddons
            Properties:
              TemplateURL: !Ref AddonsTemplateURL
              Parameters: { App: shelf, Env: test, Name: api }
        """;

    private const string Store = """
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
            Metadata: { 'aws:copilot:description': 'An Amazon S3 bucket for covers' }
            Type: AWS::S3::Bucket
            Properties:
              BucketName: !Sub ${App}-${Env}-${Name}-covers
        Outputs:
          booksName: { Value: !Ref books }
        """;

    [Fact]
    public async Task Copilot_TakenOverAsTheReportSays_KeepsItsDataAtEveryStep()
    {
        var folder = cloud.Project("");
        File.Delete(Path.Combine(folder, "landfall.yaml"));
        await MakeCopilotsAsync(folder);
        var report = await MigrateAsync(folder);
        Assert.Contains($"books: {{ awsName: {Table} }}", report, StringComparison.Ordinal);
        Assert.Contains($"covers: {{ awsName: {Bucket} }}", report, StringComparison.Ordinal);

        await cloud.DeployAsync(folder, "test"); // beside, with stores that are empty
        await AssertDataAsync(folder);
        Rename(folder);
        await KeepAsync(folder);
        Assert.Equal((1, "LF5464"), await ImportAsync(folder, "books")); // Copilot's stack still has it

        await cloud.AwsAsync("cloudformation", "delete-stack", "--stack-name", "shelf-test-api");
        await AssertDataAsync(folder);

        await DryRunAsync(folder);
        Assert.Equal((0, ""), await ImportAsync(folder, "books"));
        Assert.Equal((0, ""), await ImportAsync(folder, "covers"));
        Assert.Equal((1, "LF5462"), await ImportAsync(folder, "covers"));
        await AssertDataAsync(folder);
        Assert.Equal("IMPORT_COMPLETE", await StatusAsync("shelf-lf-test-data"));

        await cloud.DeployAsync(folder, "test");
        await AssertDataAsync(folder);
        await AssertTakenOverAsync();
        var again = JsonNode.Parse((await cloud.LandfallAsync("deploy", folder, "--env", "test", "--local", "--yes", "--json")).Succeeded().Output)!;
        Assert.All(again["stacks"]!.AsArray(), stack => Assert.Equal("unchanged", (string)stack!["outcome"]!));

        var trail = JsonNode.Parse((await cloud.LandfallAsync("audit", folder, "--local", "--json")).Succeeded().Output)!["entries"]!.AsArray();
        Assert.Equal(2, trail.Count(entry => (string)entry!["operation"]! == "import"));

        (await cloud.LandfallAsync("destroy", folder, "--env", "test", "--local", "--yes")).Succeeded();
        await AssertDataAsync(folder); // the way back: it outlives Landfall's stacks too
    }

    private async Task MakeCopilotsAsync(string folder)
    {
        Write(folder, "copilot/.workspace", "application: shelf\n");
        Write(folder, "copilot/api/manifest.yml", "name: api\ntype: Backend Service\nimage: { location: 'public.ecr.aws/docker/library/nginx:1.27', port: 80 }\n");
        Write(folder, "copilot/environments/test/manifest.yml", "name: test\ntype: Environment\n");
        Write(folder, Addon, Store);
        await cloud.AwsAsync("s3api", "create-bucket", "--bucket", Templates);
        await cloud.AwsAsync("cloudformation", "create-stack", "--stack-name", "shelf-test", "--template-body", Environment);
        await ServiceAsync("create-stack", Path.Combine(folder, Addon), "before.yml");
        Write(folder, "cover", "a picture");
        await cloud.AwsAsync("s3api", "put-object", "--bucket", Bucket, "--key", "1", "--body", Path.Combine(folder, "cover"));
        await cloud.AwsAsync("dynamodb", "put-item", "--table-name", Table, "--item", """{"isbn":{"S":"1"},"title":{"S":"Sea"}}""");
    }

    private async Task<string> MigrateAsync(string folder)
    {
        (await cloud.LandfallAsync("migrate", "copilot", folder, "--region", "us-east-1")).Succeeded();
        return File.ReadAllText(Path.Combine(folder, "copilot-migration.md"));
    }

    /// <summary>Deploys what keeps the data, as Copilot would.</summary>
    private Task KeepAsync(string folder) => ServiceAsync("update-stack", Path.Combine(folder, "copilot-retain", Addon), "after.yml");

    /// <summary>Says in the file what the table and the bucket are called.</summary>
    private static void Rename(string folder)
    {
        var file = Path.Combine(folder, "landfall.yaml");
        var text = File.ReadAllText(file);
        Assert.Contains("\n  books:\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  covers:\n", text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace("\n  books:\n", $"\n  books:\n    awsName: {Table}\n", StringComparison.Ordinal).Replace("\n  covers:\n", $"\n  covers:\n    awsName: {Bucket}\n", StringComparison.Ordinal));
    }

    private async Task DryRunAsync(string folder)
    {
        var planned = JsonNode.Parse((await cloud.LandfallAsync("import", "books", folder, "--env", "test", "--local", "--dry-run", "--json")).Succeeded().Output)!;
        Assert.Equal((Table, "shelf-lf-test-data", true), ((string)planned["awsName"]!, (string)planned["stack"]!, (bool)planned["dryRun"]!));
        Assert.Equal(
            ["PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled"], planned["differences"]!.AsArray().Select(difference => (string)difference!["property"]!));
        Assert.Equal("UPDATE_COMPLETE", (await StatusAsync("shelf-lf-test-data")).Replace("CREATE", "UPDATE", StringComparison.Ordinal));
    }

    /// <summary>How an import ends: the exit code, and the error's.</summary>
    private async Task<(int ExitCode, string Error)> ImportAsync(string folder, string name)
    {
        var result = await cloud.LandfallAsync("import", name, folder, "--env", "test", "--local", "--yes", "--json");
        return (result.ExitCode, result.ExitCode == 0 ? "" : result.Error[result.Error.IndexOf("LF", StringComparison.Ordinal)..][..6]);
    }

    private async Task AssertTakenOverAsync()
    {
        var resources = (await cloud.AwsAsync("cloudformation", "list-stack-resources", "--stack-name", "shelf-lf-test-data"))["StackResourceSummaries"]!.AsArray();
        foreach (var taken in new[] { Table, Bucket })
            Assert.Contains(resources, resource => (string)resource!["PhysicalResourceId"]! == taken);
        Assert.Equal([Table], (await cloud.AwsAsync("dynamodb", "list-tables"))["TableNames"]!.AsArray().Select(name => (string)name!)); // the empty one is gone
        var backups = (await cloud.AwsAsync("dynamodb", "describe-continuous-backups", "--table-name", Table))["ContinuousBackupsDescription"]!;
        Assert.Equal("ENABLED", (string)backups["PointInTimeRecoveryDescription"]!["PointInTimeRecoveryStatus"]!);
        var definition = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", "shelf-lf-test-api"))["taskDefinition"]!.ToJsonString();
        Assert.Contains(Table, definition, StringComparison.Ordinal);
        Assert.Contains(Bucket, definition, StringComparison.Ordinal);
    }

    private async Task AssertDataAsync(string folder)
    {
        Assert.Equal("Sea", (string)(await cloud.AwsAsync("dynamodb", "get-item", "--table-name", Table, "--key", """{"isbn":{"S":"1"}}"""))["Item"]!["title"]!["S"]!);
        await cloud.AwsAsync("s3api", "get-object", "--bucket", Bucket, "--key", "1", Path.Combine(folder, "again"));
        Assert.Equal("a picture", File.ReadAllText(Path.Combine(folder, "again")));
    }

    private async Task<string> StatusAsync(string stack) =>
        (string)(await cloud.AwsAsync("cloudformation", "describe-stacks", "--stack-name", stack))["Stacks"]![0]!["StackStatus"]!;

    private async Task ServiceAsync(string operation, string template, string name)
    {
        await cloud.AwsAsync("s3api", "put-object", "--bucket", Templates, "--key", name, "--body", template);
        await cloud.AwsAsync(
            "cloudformation", operation, "--stack-name", "shelf-test-api", "--template-body", Service,
            "--parameters", $"ParameterKey=AddonsTemplateURL,ParameterValue=https://{Templates}.s3.amazonaws.com/{name}");
        Assert.EndsWith("_COMPLETE", await StatusAsync("shelf-test-api"), StringComparison.Ordinal);
    }

    private static void Write(string folder, string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
