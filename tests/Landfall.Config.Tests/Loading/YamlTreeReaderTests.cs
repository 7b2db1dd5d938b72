using Landfall.Config.Plan;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Loading;

public class YamlTreeReaderTests
{
    [Fact]
    public void Read_AnchorsAndMergeKeys_AreExpanded()
    {
        var plan = TestLoad.Plan(
            SmallFile.Head + """
                x-service: &service
                  type: internal
                  image: { build: . }
                  cpu: 512
                services:
                  a: { <<: *service, port: 9000 }
                  b: { <<: [{ cpu: 1024 }, *service] }

                """,
            "dev");

        var a = Assert.IsType<InternalServicePlan>(plan.Services[0]);
        var b = Assert.IsType<InternalServicePlan>(plan.Services[1]);
        Assert.Equal((9000, 512), (a.Port, a.Task.Cpu));
        Assert.Equal((8080, 1024, 2048), (b.Port, b.Task.Cpu, b.Task.Memory));
    }

    [Fact]
    public void Read_BlockScalars_AreText() =>
        Assert.Equal(
            "a b\n",
            Assert.IsType<InternalServicePlan>(TestLoad.Plan(
                SmallFile.Head + "services:\n  a:\n    type: internal\n    image: { build: . }\n    env:\n      T: >\n        a\n        b\n", "dev").Services[0]).Task.Env["T"]);

    [Fact]
    public void Read_DuplicateKey_IsReportedAndTheRestIsChecked() =>
        Assert.Equal(["4:25 LF1010", "5:10 LF1501"], SmallFile.Problems("queues: { a: {}, b: {}, a: {} }\naccount: \"1\"\n"));

    [Theory]
    [InlineData("protect: yes", "4:10 LF1102")]
    [InlineData("protect: \"true\"", "4:10 LF1102")]
    [InlineData("tags: { a: ~ }", "4:12 LF1102")]
    [InlineData("auth: { callbacks: a }", "4:20 LF1102")]
    [InlineData("queues: [a]", "4:9 LF1102")]
    [InlineData("queues: { a: 5 }", "4:14 LF1102")]
    [InlineData("network: { zones: 2.5 }", "4:19 LF1102")]
    [InlineData("network: { zones: \"2\" }", "4:19 LF1102")]
    [InlineData("network: { zones: 99999999999 }", "4:19 LF1106")]
    [InlineData("network: { nat: 5 }", "4:17 LF1105")]
    [InlineData("services: { a: { type: internal, image: n, cpu: 0.25 } }", "4:49 LF1105")]
    [InlineData("extend: 5", "4:9 LF1102")]
    [InlineData("services: { a: { type: internal, image: n, command: [] } }", "4:53 LF1108")]
    [InlineData("services: { a: { type: internal, image: n, uses: [{ b: {}, c: {} }] } }", "4:51 LF1102")]
    [InlineData("netwrk: {}", "4:1 LF1101")]
    [InlineData("services: { a: { type: site, port: 80 } }", "4:30 LF1104")]
    [InlineData("services: { a: { image: n } }", "4:13 LF1103")]
    public void Load_ValueOfTheWrongShape_IsReportedAtItsPlace(string line, string expected) =>
        Assert.Equal([expected], SmallFile.Problems(line + "\n"));
}
