using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class NotifyValidatorTests
{
    [Fact]
    public void Validate_NeitherMailNorHttps_IsReported() =>
        Assert.Equal(["4:10 LF1316", "4:15 LF1316", "4:35 LF1316", "4:78 LF1316", "4:91 LF1316"], SmallFile.Problems(
            """
            notify: [ops, http://example.com, a@b@c.com, a@b.com, https://example.com/x, "a\n@b.com", "https://a.com/\n"]
            """));

    [Theory]
    [InlineData("https://hooks.slack.com/services/T0/B0/secret", "Slack")]
    [InlineData("https://acme.webhook.office.com/webhookb2/secret", "Teams")]
    [InlineData("https://prod-1.westeurope.logic.azure.com:443/workflows/secret", "Teams")]
    [InlineData("https://default0.a.environment.api.powerplatform.com/secret", "Teams")]
    [InlineData("https://open.feishu.cn/open-apis/bot/v2/hook/secret", "Feishu")]
    [InlineData("https://oapi.dingtalk.com/robot/send?access_token=secret", "DingTalk")]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=secret", "WeCom")]
    public void Validate_WebhookOfAChat_IsRefusedWithoutSayingIt(string address, string chat)
    {
        var problem = Assert.Single(TestLoad.Problems(SmallFile.Head + $"notify: [\"{address}\"]\n"));

        Assert.Contains($"LF1316 This is a webhook of {chat}, which cannot confirm", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://events.pagerduty.com/integration/0/enqueue")]
    [InlineData("https://hooks.slack.com.example.com/x")]
    [InlineData("https://notdiscord.com/x")]
    public void Validate_WebhookThatMayConfirm_IsTaken(string address) => Assert.Empty(SmallFile.Problems($"notify: [\"{address}\"]\n"));
}
