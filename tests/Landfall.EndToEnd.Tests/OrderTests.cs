using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Changes that move and delete, each in one command, looked at from outside.</summary>
[LongRun]
public sealed class OrderTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string First =
        """
        app: order
        region: us-east-1
        environments:
          dev:
            domain: { name: order.example.com, zone: example.com, zoneId: Z0123456789EXAMPLE01 }
        network: { zones: 3, nat: one }
        queues: { jobs: {} }
        services:
          api: { type: web, image: public.ecr.aws/nginx/nginx:1.27, path: /api/*, uses: [jobs] }
          web: { type: web, image: public.ecr.aws/nginx/nginx:1.27, path: /web/* }
          tool: { type: web, image: { build: ./tool }, path: /tool/* }
          worker: { type: worker, image: public.ecr.aws/nginx/nginx:1.27, queue: jobs }
        """;

    private string _file = "";

    [Fact]
    public async Task Deploy_LifeOfMovesAndDeletions_EachSucceedsInOneCommand()
    {
        var folder = cloud.Project(First);
        _file = Path.Combine(folder, "landfall.yaml");
        Directory.CreateDirectory(Path.Combine(folder, "tool"));
        await File.WriteAllTextAsync(Path.Combine(folder, "tool", "Dockerfile"), "FROM scratch\n", TestContext.Current.CancellationToken);
        await cloud.DeployAsync(folder, "dev");
        var before = await RulesAsync(443);

        await DeployAsync(folder, "  api: { type: web", "  backend: { type: web");
        var renamed = await RulesAsync(443);
        Assert.Equal(["/api/* backend", "/tool/* tool", "/web/* web"], renamed.Keys);
        Assert.NotEqual(before["/api/* api"], renamed["/api/* backend"]);
        Assert.Equal(before["/web/* web"], renamed["/web/* web"]);
        Assert.Equal("nothing", await DifferencesAsync(folder));

        await DeployAsync(folder, ("path: /api/*", "path: /swap/*"), ("path: /web/*", "path: /api/*"), ("path: /swap/*", "path: /web/*"));
        var swapped = await RulesAsync(443);
        Assert.Equal(["/api/* web", "/tool/* tool", "/web/* backend"], swapped.Keys);
        Assert.Equal([renamed["/web/* web"], renamed["/api/* backend"]], [swapped["/api/* web"], swapped["/web/* backend"]]);

        await DeployAsync(folder, "queues: { jobs: {} }", "queues: { jobs: { fifo: true } }");
        Assert.Equal(["order-dev-jobs-dead.fifo", "order-dev-jobs.fifo"], await QueuesAsync());
        await AssertOrderAsync("order-dev-data", "JobsQueue", "order-dev-worker", "UPDATE_COMPLETE");

        await DeployAsync(folder, "  tool: { type: web, image: { build: ./tool }, path: /tool/* }\n", "");
        var repositories = (await cloud.AwsAsync("ecr", "describe-repositories"))["repositories"]!.AsArray().Select(r => (string)r!["repositoryName"]!);
        Assert.DoesNotContain(repositories, name => name.StartsWith("order/", StringComparison.Ordinal));
        await AssertOrderAsync("order-dev-data", "ToolRepository", "order-dev-tool", "DELETE_COMPLETE");

        await DeployAsync(folder, "zones: 3", "zones: 2");
        var balancer = (await cloud.AwsAsync("elbv2", "describe-load-balancers"))["LoadBalancers"]![0]!;
        Assert.Equal(2, balancer["AvailabilityZones"]!.AsArray().Count);
        Assert.Equal(4, (await cloud.AwsAsync("ec2", "describe-subnets", "--filters", $"Name=vpc-id,Values={balancer["VpcId"]}"))["Subnets"]!.AsArray().Count);
        await AssertOrderAsync("order-dev-network", "Public3", "order-dev-edge", "UPDATE_COMPLETE");

        await DeployAsync(folder, "    domain: { name: order.example.com, zone: example.com, zoneId: Z0123456789EXAMPLE01 }\n", "    protect: false\n");
        Assert.Equal(["/api/* web", "/web/* backend"], (await RulesAsync(80)).Keys);
        Assert.Single((await ListenersAsync()).AsArray());
        await AssertOrderAsync("order-dev-edge", "HttpsListener", "order-dev-web", "UPDATE_COMPLETE");
    }

    private Task DeployAsync(string folder, string from, string to) => DeployAsync(folder, (from, to));

    private async Task DeployAsync(string folder, params (string From, string To)[] edits)
    {
        var text = await File.ReadAllTextAsync(_file, TestContext.Current.CancellationToken);
        foreach (var (from, to) in edits)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(_file, text, TestContext.Current.CancellationToken);
        await cloud.DeployAsync(folder, "dev");
    }

    /// <summary>That a deployment right after the last one touches nothing.</summary>
    private async Task<string> DifferencesAsync(string folder)
    {
        var touched = LocalCloud.Outcomes(await cloud.DeployAsync(folder, "dev")).Where(s => s.Value != "unchanged").Select(s => s.Key).ToList();
        return touched.Count == 0 ? "nothing" : string.Join(' ', touched);
    }

    private async Task<JsonNode> ListenersAsync()
    {
        var balancer = (string)(await cloud.AwsAsync("elbv2", "describe-load-balancers"))["LoadBalancers"]![0]!["LoadBalancerArn"]!;
        return (await cloud.AwsAsync("elbv2", "describe-listeners", "--load-balancer-arn", balancer))["Listeners"]!;
    }

    /// <summary>The rules of a listener: path and service by number. The service is the one whose stack has the target group.</summary>
    private async Task<SortedDictionary<string, string>> RulesAsync(int port)
    {
        var listener = (string)(await ListenersAsync()).AsArray().Single(l => (int)l!["Port"]! == port)!["ListenerArn"]!;
        var rules = (await cloud.AwsAsync("elbv2", "describe-rules", "--listener-arn", listener))["Rules"]!.AsArray();
        var services = await TargetGroupsAsync();
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var rule in rules.Where(r => (string)r!["Priority"]! != "default"))
        {
            var group = (string)rule!["Actions"]![0]!["ForwardConfig"]!["TargetGroups"]![0]!["TargetGroupArn"]!;
            found[$"{rule["Conditions"]![0]!["PathPatternConfig"]!["Values"]!.AsArray()[^1]} {services[group]}"] = (string)rule["Priority"]!;
        }

        return found;
    }

    /// <summary>The service of each target group.</summary>
    private async Task<Dictionary<string, string>> TargetGroupsAsync()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var stack in (await cloud.AwsAsync("cloudformation", "describe-stacks"))["Stacks"]!.AsArray().Select(s => (string)s!["StackName"]!).Where(n => n.StartsWith("order-dev-", StringComparison.Ordinal)))
        {
            var resources = (await cloud.AwsAsync("cloudformation", "list-stack-resources", "--stack-name", stack))["StackResourceSummaries"]!.AsArray();
            foreach (var group in resources.Where(r => (string)r!["ResourceType"]! == "AWS::ElasticLoadBalancingV2::TargetGroup"))
                found[(string)group!["PhysicalResourceId"]!] = stack["order-dev-".Length..];
        }

        return found;
    }

    private async Task<IEnumerable<string>> QueuesAsync() =>
        (await cloud.AwsAsync("sqs", "list-queues"))["QueueUrls"]!.AsArray().Select(u => ((string)u!).Split('/')[^1]).Order(StringComparer.Ordinal);

    /// <summary>That a resource went after another stack had reached its state.</summary>
    private async Task AssertOrderAsync(string stack, string resource, string other, string state)
    {
        var gone = (await EventsAsync(stack)).Single(e => (string)e["LogicalResourceId"]! == resource && (string)e["ResourceStatus"]! == "DELETE_COMPLETE");
        var reached = (await EventsAsync(other)).First(e => (string)e["LogicalResourceId"]! == other && (string)e["ResourceStatus"]! == state);
        Assert.True(Time(reached) <= Time(gone), $"{resource} went at {Time(gone):O}, before {other} was {state} at {Time(reached):O}");
    }

    private async Task<IEnumerable<JsonNode>> EventsAsync(string stack)
    {
        var summaries = (await cloud.AwsAsync("cloudformation", "list-stacks"))["StackSummaries"]!.AsArray();
        var id = (string)summaries.First(s => (string)s!["StackName"]! == stack)!["StackId"]!;
        return (await cloud.AwsAsync("cloudformation", "describe-stack-events", "--stack-name", id))["StackEvents"]!.AsArray().OfType<JsonNode>();
    }

    private static DateTimeOffset Time(JsonNode e) => DateTimeOffset.Parse((string)e["Timestamp"]!, System.Globalization.CultureInfo.InvariantCulture);
}
