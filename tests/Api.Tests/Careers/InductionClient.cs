using System.Text.Json;
using TeacherDevPlan.Api.Tests.Development;

namespace TeacherDevPlan.Api.Tests.Careers;

/// <summary>Sends the mutations of inductions as one caller; gives their payloads.</summary>
public sealed class InductionClient(DevelopmentClient client)
{
    private const string Payload =
        "induction { id version status startsOn decidedOn overdue programme { code } mentor { name } "
        + "steps { id number code dueOn doneOn result score overdue } }";

    public Task<JsonElement> BeginAsync(
        string appointmentId,
        string mentorId,
        string programmeCode = "NEW_OFFICIAL",
        params (string Name, object? Value)[] other
    ) =>
        SendAsync(
            "beginInduction",
            Payload,
            new()
            {
                ["appointmentId"] = appointmentId,
                ["programmeCode"] = programmeCode,
                ["mentorId"] = mentorId,
            },
            other
        );

    /// <summary>An induction that has begun, and its steps in order.</summary>
    public async Task<(string Id, string[] Steps)> BegunAsync(
        string appointmentId,
        string mentorId,
        string programmeCode = "NEW_OFFICIAL"
    )
    {
        var answer = await BeginAsync(appointmentId, mentorId, programmeCode);
        var begun = answer.GetProperty("induction");
        return (
            AwardClient.IdOf(answer, "induction"),
            [.. begun.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("id").GetString()!)]
        );
    }

    public Task<JsonElement> RecordAsync(
        string stepId,
        int expectedVersion,
        string? doneOn,
        string? result = null,
        params (string Name, object? Value)[] other
    ) =>
        SendAsync(
            "recordInductionStep",
            "step { number doneOn result score note evidence overdue induction { version } }",
            new()
            {
                ["stepId"] = stepId,
                ["expectedVersion"] = expectedVersion,
                ["doneOn"] = doneOn,
                ["result"] = result,
            },
            other
        );

    /// <summary>A decision with what it needs, with some members of the input replaced.</summary>
    public Task<JsonElement> DecideAsync(
        string inductionId,
        int expectedVersion,
        string status,
        string decidedOn,
        params (string Name, object? Value)[] other
    ) =>
        SendAsync(
            "decideInduction",
            Payload,
            new()
            {
                ["inductionId"] = inductionId,
                ["expectedVersion"] = expectedVersion,
                ["status"] = status,
                ["decidedOn"] = decidedOn,
                ["orderNumber"] = status == "ENDED" ? null : "คำสั่งที่ ๔๕/๒๕๖๕",
                ["note"] = status == "PASSED" ? null : "ไม่มาปฏิบัติงาน",
            },
            other
        );

    public Task<JsonElement> MentorAsync(string inductionId, int expectedVersion, string mentorId) =>
        SendAsync(
            "changeMentor",
            Payload,
            new()
            {
                ["inductionId"] = inductionId,
                ["expectedVersion"] = expectedVersion,
                ["mentorId"] = mentorId,
            },
            []
        );

    private Task<JsonElement> SendAsync(
        string mutation,
        string payload,
        Dictionary<string, object?> input,
        (string Name, object? Value)[] other
    )
    {
        input["idempotencyKey"] = Guid.NewGuid().ToString();
        foreach (var (name, value) in other)
            input[name] = value;
        return client.SendAsync(mutation, payload, input);
    }
}
