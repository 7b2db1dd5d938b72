using System.Diagnostics;
using System.Text.Json.Nodes;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Sleep;

/// <summary>Tasks do not start on holidays. The function runs here as it does there, in Node; only AWS's client is a stand-in that records.</summary>
public class HolidaysTests
{
    private const string Head = "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\n";
    private const string Api = "services: { api: { type: web, image: n, scale: { min: 1, max: 4, cpu: 60 } } }\n";

    [Theory]
    [InlineData("09:00", "mon-fri", "cron(30 8 ? * MON,TUE,WED,THU,FRI *)")]
    [InlineData("00:10", "mon,sat", "cron(40 23 ? * SUN,FRI *)")]
    [InlineData("00:30", "sun", "cron(0 0 ? * SUN *)")]
    public void Synth_Holidays_LooksHalfAnHourBeforeTasksStart(string start, string days, string expected)
    {
        var schedule = Properties(Synth($"{Night(start, days, "Europe/Berlin", "2026-12-25")}{Api}"), "HolidaySchedule");

        Assert.Equal((expected, "Europe/Berlin"), ((string?)schedule["ScheduleExpression"], (string?)schedule["ScheduleExpressionTimezone"]));
        Assert.Equal("""{"at":"<aws.scheduler.scheduled-time>"}""", (string?)schedule["Target"]!["Input"]);
    }

    [Theory]
    [InlineData("schedule: { stop: \"22:00\", start: \"09:00\" }\n" + Api)]
    [InlineData("schedule: { stop: \"22:00\", start: \"09:00\", holidays: [\"2026-12-25\"] }\nservices: { j: { type: job, image: n, schedule: rate(1 hour) } }\n")]
    [InlineData(Api)]
    public void Synth_NoHolidayOrNothingThatSleeps_MakesNoFunction(string file) =>
        Assert.DoesNotContain(Synth(file).Select(resource => (string?)resource.Value!["Type"]), type => type == "AWS::Lambda::Function");

    /// <summary>25 December 2026 is a Friday. The scheduled time is in UTC; what counts is the date where the tasks start.</summary>
    [Theory]
    [InlineData("Europe/Berlin", "2026-12-25T07:30:00Z", true)]
    [InlineData("Europe/Berlin", "2026-12-24T07:30:00Z", false)]
    [InlineData("Asia/Shanghai", "2026-12-25T00:30:00Z", true)]
    [InlineData("Pacific/Auckland", "2026-12-24T19:30:00Z", true)]
    [InlineData("America/Los_Angeles", "2026-12-26T07:45:00Z", false)]
    [InlineData("America/Los_Angeles", "2026-12-25T07:45:00Z", true)]
    public async Task Handler_DayThatIsAboutToStart_SuspendsOnHolidaysAlone(string zone, string at, bool suspended)
    {
        var sent = await RunAsync(zone, at, suspendedBefore: !suspended);

        Assert.Equal(
            [$"service/shop-dev/api ecs ecs:service:DesiredCount {suspended}", $"service/shop-dev/mailer ecs ecs:service:DesiredCount {suspended}"],
            sent.Select(command => $"{command!["ResourceId"]} {command["ServiceNamespace"]} {command["ScalableDimension"]} {command["SuspendedState"]!["ScheduledScalingSuspended"]!.GetValue<bool>()}"));
        Assert.All(sent, command => Assert.Equal(4, command!.AsObject().Count));
    }

    [Theory]
    [InlineData("2026-12-25T07:30:00Z", true)]
    [InlineData("2026-12-24T07:30:00Z", false)]
    public async Task Handler_TargetsAreAsTheyAreToBe_ChangesNothing(string at, bool suspended) =>
        Assert.Empty(await RunAsync("Europe/Berlin", at, suspendedBefore: suspended));

    private static async Task<JsonArray> RunAsync(string zone, string at, bool suspendedBefore)
    {
        var function = Properties(Synth($"{Night("09:00", "mon-fri", zone, "2026-12-25")}{Api}"), "HolidayFunction");
        var program = $$"""
            const sent = [];
            const target = (id) => ({ ResourceId: id, ScalableDimension: 'ecs:service:DesiredCount'{{(suspendedBefore ? ", SuspendedState: { ScheduledScalingSuspended: true }" : "")}} });
            const client = {
              ApplicationAutoScalingClient: class { async send(command) { sent.push(command.input); } },
              RegisterScalableTargetCommand: class { constructor(input) { this.input = input; } },
              async *paginateDescribeScalableTargets(_, query) {
                if (query.ServiceNamespace !== 'ecs') throw new Error('asked for ' + query.ServiceNamespace);
                yield { ScalableTargets: [target('service/shop-dev/api'), target('service/shop-dev-2/api')] };
                yield { ScalableTargets: [target('service/shop-dev/mailer')] };
              },
            };
            const module_ = { exports: {} };
            console.log = () => {};
            new Function('require', 'exports', {{JsonValue.Create((string)function["Code"]!["ZipFile"]!)!.ToJsonString()}})(
              (name) => { if (name !== '@aws-sdk/client-application-auto-scaling') throw new Error(name); return client; }, module_.exports);
            module_.exports.handler({ at: '{{at}}' }).then(() => process.stdout.write(JSON.stringify(sent)));
            """;
        var start = new ProcessStartInfo("node", ["-"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in function["Environment"]!["Variables"]!.AsObject())
            start.Environment[name] = (string)value!;
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(program);
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, node.ExitCode);
        return JsonNode.Parse(output)!.AsArray();
    }

    private static string Night(string start, string days, string zone, string holiday) =>
        $"schedule: {{ stop: \"22:00\", start: \"{start}\", days: \"{days}\", timezone: {zone}, holidays: [\"{holiday}\"] }}\n";

    private static JsonObject Properties(JsonObject resources, string id) => resources[id]!["Properties"]!.AsObject();

    private static JsonObject Synth(string file) => Synthesis.Run(TestPlan.Of(Head + file))["shop-dev-network"]["Resources"]!.AsObject();
}
