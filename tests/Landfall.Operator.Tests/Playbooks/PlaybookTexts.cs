namespace Landfall.Operator.Tests.Playbooks;

/// <summary>A playbook that is sound, for tests to break.</summary>
internal static class PlaybookTexts
{
    public const string Sound = """
        # Run more tasks

        ## Overview
        The service has more to do
        than its tasks can.

        ## When
        - finding http-health
        - unless release

        ## Parameters
        - **service** (required): The service.
        - **most** (optional, default: "6"): How many tasks at most.

        ## Steps
        ### 1. Look
        Look at the load.

        **Constraints:**
        - You MUST NOT scale what fails because failing tasks multiply

        ### 2. Scale
        **Constraints:**
        - You SHOULD tell the team because it costs more

        ```operation
        scale
        service: {service}
        max: {most}
        ```

        ## Verify
        Within: 5m

        ## Undo
        ```operation
        scale
        service: {service}
        max: 4
        ```
        """;
}
