using System.Text.Json;
using TeacherDevPlan.Api.Tests.Development;

namespace TeacherDevPlan.Api.Tests.Careers;

/// <summary>Sends the mutations of further studies as one caller; gives their payloads.</summary>
public sealed class StudyClient(DevelopmentClient client)
{
    /// <summary>A full-time leave of half a year of 2022, with some members of the input replaced.</summary>
    public Task<JsonElement> SaveAsync(string? personId, params (string Name, object? Value)[] other) =>
        SendAsync(
            "saveFurtherStudy",
            new()
            {
                ["personId"] = personId,
                ["expectedVersion"] = 0,
                ["degree"] = "MASTER",
                ["field"] = "หลักสูตรและการสอน",
                ["institution"] = "มหาวิทยาลัยขอนแก่น",
                ["leave"] = "FULL_TIME",
                ["funding"] = "SELF",
                ["from"] = "2022-06-01",
                ["to"] = "2022-11-30",
            },
            other
        );

    /// <summary>A step with what it needs, if there is no other day; with some members of the input replaced.</summary>
    public Task<JsonElement> MoveAsync(
        string studyId,
        int expectedVersion,
        string step,
        string? lastDay = null,
        params (string Name, object? Value)[] other
    ) =>
        SendAsync(
            "moveFurtherStudy",
            new()
            {
                ["studyId"] = studyId,
                ["expectedVersion"] = expectedVersion,
                ["step"] = step,
                ["lastDay"] = lastDay,
                ["orderNumber"] = step is "APPROVE" or "EXTEND" ? "คำสั่งที่ ๔๕/๒๕๖๕" : null,
                ["note"] = step is "REFUSE" or "DISCONTINUE" ? "ไม่มีผู้สอนแทน" : null,
            },
            other
        );

    /// <summary>A study of half a year of 2022 that has begun.</summary>
    public async Task<string> BegunAsync(string personId, params (string Name, object? Value)[] other)
    {
        var study = AwardClient.IdOf(await SaveAsync(personId, other), "study");
        await MoveAsync(study, 1, "APPROVE");
        (await MoveAsync(study, 2, "START")).ToString().ShouldContain("STUDYING");
        return study;
    }

    private Task<JsonElement> SendAsync(
        string mutation,
        Dictionary<string, object?> input,
        (string Name, object? Value)[] other
    )
    {
        input["idempotencyKey"] = Guid.NewGuid().ToString();
        foreach (var (name, value) in other)
            input[name] = value;
        return client.SendAsync(
            mutation,
            "study { id version status endsOn endedOn bondDays bondUntil bound bondRule { code } extensions { number endsBefore endsOn } }",
            input
        );
    }
}
