using Landfall.Aws.Alarms;
using Landfall.Aws.Containers;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Explaining;
using Landfall.Operations.Status;

namespace Landfall.Operations.Tests.Explaining;

/// <summary>Each cause by what AWS says of it, and nothing else by that.</summary>
public sealed class HealthRulesTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<AppPlan> Shop = new(() => PlanOf("nat: one", ""));

    // ECS's messages as its Developer Guide has them ("Amazon ECS stopped tasks error messages").
    [Theory]
    [InlineData("CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 111.dkr.ecr.eu-west-1.amazonaws.com/shop/dev/api:v2: 111.dkr.ecr.eu-west-1.amazonaws.com/shop/dev/api:v2: not found", "image-missing")]
    [InlineData("CannotPullContainerError: inspect image has been retried 1 time(s): failed to resolve ref docker.io/library/nginx:nope: manifest unknown", "image-missing")]
    [InlineData("CannotPullContainerError: image Manifest does not contain descriptor matching platform 'linux/arm64'", "architecture-mismatch")]
    [InlineData("CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref x: unexpected status from HEAD request: 403 Forbidden", "pull-denied")]
    [InlineData("CannotPullContainerError: pull access denied for acme/api, repository does not exist or may require authorization", "pull-denied")]
    [InlineData("ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 1 time(s): AccessDeniedException: User is not authorized to perform: ecr:GetAuthorizationToken", "pull-denied")]
    [InlineData("CannotPullContainerError: toomanyrequests: You have reached your pull rate limit.", "pull-rate-limit")]
    [InlineData("CannotPullContainerError: failed to resolve ref \"x\": failed to do request: Head \"https://x/v2\": dial tcp 10.0.3.17:443: i/o timeout", "no-route")]
    [InlineData("ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed", "no-route")]
    [InlineData("ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): ResourceNotFoundException: Secrets Manager can't find the specified secret.", "secret-missing")]
    [InlineData("ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: retrieved secret from Secrets Manager did not contain json key password", "secret-missing")]
    [InlineData("ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): AccessDeniedException: User is not authorized to perform: secretsmanager:GetSecretValue", "secret-denied")]
    [InlineData("CannotStartContainerError: ResourceInitializationError: failed to create new container runtime task: exec: \"/app/run\": stat /app/run: no such file or directory: unknown", "cannot-start")]
    [InlineData("Unexpected EC2 error while attempting to Create Network Interface: InsufficientFreeAddressesInSubnet", "subnet-full")]
    public void Explain_TaskThatDidNotStart_IsItsCauseAlone(string reason, string expected)
    {
        var finding = Assert.Single(Explain(Case(Failed("TaskFailedToStart", reason))));

        Assert.Equal((expected, reason), (finding.Id, finding.Evidence[0]));
        Assert.NotEmpty(finding.Cause);
        Assert.NotEmpty(finding.Next);
    }

    [Theory]
    [InlineData("(service api) was unable to place a task. Reason: You've reached the limit on the number of vCPUs you can run concurrently.", "quota-reached")]
    [InlineData("(service api) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.", "no-capacity")]
    [InlineData("(service api) was unable to place a task. Reason: subnet-1 has not enough free addresses (InsufficientFreeAddressesInSubnet).", "subnet-full")]
    [InlineData("(service api) (deployment ecs-svc/1) deployment failed: tasks failed to start.", "rollout-failed")]
    public void Explain_Event_IsItsCauseUntilTheServiceIsSteady(string message, string expected)
    {
        ServiceEvent[] events = [new("1", At, message), new("0", At.AddHours(-1), "(service api) has reached a steady state.")];

        Assert.Equal((expected, message), Assert.Single(Explain(Case(events: events))) is var finding ? (finding.Id, finding.Evidence[0]) : default);
        Assert.Empty(Explain(Case(events: [.. events, new("2", At.AddHours(1), "(service api) has reached a steady state.")])));
    }

    [Theory]
    [InlineData(3, null, "container-exited", "ended with exit code 3")]
    [InlineData(0, null, "container-exited", "ended well, with exit code 0")]
    [InlineData(139, null, "container-exited", "segmentation fault")]
    [InlineData(127, null, "cannot-start", "is not in the image")]
    [InlineData(137, "OutOfMemoryError: Container killed due to memory usage", "out-of-memory", "the task has 512 MiB")]
    [InlineData(137, null, "out-of-memory", "the task has 512 MiB")]
    public void Explain_ContainerThatEnded_IsToldWithItsLastLines(int code, string? reason, string expected, string words)
    {
        var task = Failed("EssentialContainerExited", "Essential container in task exited") with { Containers = [new StoppedContainer("api", code, reason)] };

        var finding = Assert.Single(Explain(Case(task, lines: ["api | starting", "api | no database"])));

        Assert.Equal(expected, finding.Id);
        Assert.Contains(words, finding.Cause, StringComparison.Ordinal);
        Assert.Equal("api | no database", finding.Evidence[^1]);
    }

    [Fact]
    public void Explain_WrongArchitectureInTheLog_IsNotAPlainExit()
    {
        var task = Failed("EssentialContainerExited", "Essential container in task exited") with { Containers = [new StoppedContainer("api", 1, null)] };

        Assert.Contains("architecture-mismatch", Explain(Case(task, lines: ["api | exec /app/run: exec format error"])).Select(f => f.Id));
    }

    [Theory]
    [InlineData("Health checks failed with these codes: [404]", "has no /up")]
    [InlineData("Health checks failed with these codes: [302]", "It redirects")]
    [InlineData("Health checks failed with these codes: [502]", "answers with an error")]
    [InlineData("Request timed out", "Nothing answers in time")]
    [InlineData("Health checks failed", "Ask it yourself")]
    public void Explain_TargetThatIsUnhealthy_SaysWhatWasAskedAndAnswered(string answer, string next)
    {
        var finding = Assert.Single(Explain(Case(targets: new TargetState(0, 2, 0, [answer]))));

        Assert.Equal("http-health", finding.Id);
        Assert.StartsWith("asked: GET /up on port 8080 every ", finding.Evidence[0], StringComparison.Ordinal);
        Assert.Equal($"answered: {answer}", finding.Evidence[1]);
        Assert.Contains(next, finding.Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api | Now listening on: http://[::]:3000", 3000)]
    [InlineData("api | Server started on port 5000", 5000)]
    [InlineData("api | Listening at http://0.0.0.0:8000 (7)", 8000)]
    public void Explain_ProgramOnAnotherPort_IsTold(string line, int port)
    {
        var findings = Explain(Case(targets: new TargetState(0, 2, 0, ["Request timed out"]), lines: [line]));

        Assert.Equal(["port-mismatch", "http-health"], findings.Select(f => f.Id));
        Assert.StartsWith($"The program listens on port {port}, and the file says 8080", findings[0].Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api | listening on :8080")]
    [InlineData("api | took 3000 ms")]
    public void Explain_OtherLines_ArePortMismatchOfNothing(string line) =>
        Assert.Equal(["http-health"], Explain(Case(targets: new TargetState(0, 2, 0, ["Request timed out"]), lines: [line])).Select(f => f.Id));

    [Fact]
    public void Explain_ContainerCheckFails_SaysWhatIsRun()
    {
        var plan = PlanOf("nat: one", ", containerHealth: curl -f localhost");
        var finding = Assert.Single(Explain(Case(containers: [new ContainerState("api", 2, 1, 1)], plan: plan)));

        Assert.Equal("container-health", finding.Id);
        Assert.StartsWith("run: curl -f localhost every ", finding.Evidence[0], StringComparison.Ordinal);
        Assert.Equal("container 'api' is UNHEALTHY in 1 of 2 tasks", finding.Evidence[1]);
    }

    [Fact]
    public void Explain_NoRouteWithoutNat_NamesTheFilesOwnKey()
    {
        var finding = Assert.Single(Explain(Case(Failed("TaskFailedToStart", "CannotPullContainerError: dial tcp 1.2.3.4:443: i/o timeout"), plan: PlanOf("nat: none", ""))));

        Assert.Equal("network: { nat: none }", finding.Evidence[^1]);
        Assert.Contains("'network.nat: one'", finding.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_Sleeping_NamesTheSchedule()
    {
        var plan = PlanOf("nat: one", "", "schedule: { stop: \"22:00\", start: \"09:00\", days: mon-fri, timezone: Europe/Berlin }");

        Assert.Equal("The environment sleeps.", Assert.Single(Explain(Case(health: ServiceHealth.Idle, plan: plan))).Cause);
        Assert.StartsWith("Somebody has taken it to zero tasks", Assert.Single(Explain(Case(health: ServiceHealth.Idle))).Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_NothingReleased_SaysHow() =>
        Assert.Equal(("no-image", "'landfall release api --image <tag>' releases one."), Assert.Single(Explain(Case(health: ServiceHealth.NoImage))) is var f ? (f.Id, f.Next) : default);

    [Theory]
    [InlineData(null, "It is not deployed.")]
    [InlineData("DELETE_FAILED", "Its stack is there, but its service is not")]
    public void Explain_ServiceIsAbsent_TellsNotDeployedFromHalfDeleted(string? stack, string cause)
    {
        var finding = Assert.Single(Explain(Case(health: ServiceHealth.Absent, stack: stack)));

        Assert.Equal("not-deployed", finding.Id);
        Assert.StartsWith(cause, finding.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE_ROLLBACK_COMPLETE", true)]
    [InlineData("UPDATE_ROLLBACK_FAILED", true)]
    [InlineData("UPDATE_COMPLETE", false)]
    [InlineData("UPDATE_IN_PROGRESS", false)]
    public void Explain_Stack_CountsWhereItFailed(string stack, bool expected) =>
        Assert.Equal(expected, Explain(Case(stack: stack)).Any(f => f.Id == "stack-failed"));

    [Fact]
    public void Explain_RolloutAndAlarms_AreTold()
    {
        var waiting = new RolloutState("IN_PROGRESS", null, "POST_SCALE_UP", 0, At, null, At.AddHours(1), true, 0, []);

        Assert.Equal("stage POST_SCALE_UP, until 2026-03-01 13:00 UTC", Assert.Single(Explain(Case(rollout: waiting))).Evidence[0]);
        Assert.Equal(
            ["ROLLBACK_IN_PROGRESS: r, 3 tasks failed", "alarm a"],
            Assert.Single(Explain(Case(rollout: waiting with { Waits = false, State = "ROLLBACK_IN_PROGRESS", Reason = "r", Failed = 3, Alarms = ["a"] }))).Evidence);
        Assert.Equal(["shop-dev-api-Fault: r"], Assert.Single(Explain(Case(alarms: [new MetricAlarmState("shop-dev-api-Fault", "ALARM", "r", null, "", true)]))).Evidence);
    }

    [Fact]
    public void Explain_NothingIsWrong_FindsNothing() => Assert.Empty(Explain(Case()));

    [Fact]
    public void Id_OfEveryRule_IsItsOwn()
    {
        Assert.All(HealthRules.All, rule => Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Id));
        Assert.Distinct(HealthRules.All.Select(rule => rule.Id));
        Assert.Equal(
            typeof(IHealthRule).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IHealthRule)) && t.IsClass).ToHashSet(),
            HealthRules.All.Select(rule => rule.GetType()).ToHashSet());
    }

    [Fact]
    public void Page_OfDayTwo_HasEveryRule()
    {
        var page = File.ReadAllText(Path.Combine(GoldenFile.Repository, "docs", "day-two.md"));

        Assert.All(HealthRules.All, rule => Assert.Contains($"`{rule.Id}`", page, StringComparison.Ordinal));
    }

    private static IReadOnlyList<Finding> Explain(ServiceCase facts) => [.. HealthRules.All.Select(rule => rule.Explain(facts)).OfType<Finding>()];

    private static StoppedTask Failed(string code, string reason) => new("t/1", "td", "service:api", code, reason, At, []);

    private static ServiceCase Case(
        StoppedTask? failed = null,
        IReadOnlyList<ServiceEvent>? events = null,
        IReadOnlyList<string>? lines = null,
        TargetState? targets = null,
        IReadOnlyList<ContainerState>? containers = null,
        ServiceHealth health = ServiceHealth.Degraded,
        string? stack = "UPDATE_COMPLETE",
        RolloutState? rollout = null,
        IReadOnlyList<MetricAlarmState>? alarms = null,
        AppPlan? plan = null)
    {
        plan ??= Shop.Value;
        return new ServiceCase
        {
            Plan = plan,
            Service = (ContainerServicePlan)plan.Services[0],
            Status = new ServiceStatus("api", "web", health, 2, 1, 1, containers ?? [], targets, rollout, null, stack, At, []),
            Facts = new ServiceFacts(new RunningService("td", []) { Events = events ?? [] }, [], failed is null ? [] : [failed], null, null),
            Alarms = alarms ?? [],
            LastLines = lines ?? [],
        };
    }

    private static AppPlan PlanOf(string network, string more, string environment = "")
    {
        using var folder = new TemporaryFolder();
        folder.Write("landfall.yaml", $$"""
            app: shop
            region: eu-west-1
            environments: { dev: { {{environment}} } }
            network: { {{network}} }
            services:
              api: { type: web, image: nginx, port: 8080, health: /up, cpu: 256, memory: 512{{more}} }
            """);
        return PlanResolver.Resolve(ConfigLoader.Load(folder.Path, _ => null).Config!, "dev", null);
    }
}
