using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Loading;

public class JsonTreeReaderTests
{
    [Fact]
    public void Read_SyntaxErrorAfterOtherScripts_CountsCharacters() =>
        Assert.StartsWith("landfall.json:2:12 LF1007", TestLoad.Problems("{\n\"日本\": \"🎉\" x }", "landfall.json")[0], StringComparison.Ordinal);

    [Fact]
    public void Read_Json_KnowsLinesAndColumns()
    {
        var problems = TestLoad.Problems(
            """
            {
              "app": "shop", "region": "eu-west-1",
              "environments": { "dev": {} },
              "tags": { "é": 1, "é": 2 },
              "servces": {},
              "network": { "zones": 9 }
            }
            """,
            "landfall.json");

        Assert.Equal(
            [
                "landfall.json:4:21 LF1010 The key 'é' is already on line 4. Keep one.",
                "landfall.json:5:3 LF1101 The file has no key 'servces'. Did you mean 'services'? It has account, app, auth, buckets, budget, dashboards, databases, domain, environments, extend, files, firewall, network, notify, operate, overrides, pipeline, pipelines, profile, protect, queues, region, runbooks, schedule, secrets, services, tables, tags, telemetry.",
                "landfall.json:6:25 LF1106 'zones' is 9, but has to be from 2 to 3.",
            ],
            problems);
    }
}
