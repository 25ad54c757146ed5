using System.Text.Json;
using TeacherDevPlan.Api.Tests.Development;

namespace TeacherDevPlan.Api.Tests.Events;

/// <summary>Sends the mutations of events as one caller; refusals are the answer's text.</summary>
public sealed class EventClient(DevelopmentClient client)
{
    /// <summary>An hour on each of two days of January 2023.</summary>
    public static readonly object[] TwoDays =
    [
        Session("2023-01-09T02:00:00Z", "2023-01-09T03:00:00Z", 60),
        Session("2023-01-10T02:00:00Z", "2023-01-10T04:00:00Z", 120),
    ];

    /// <summary>Sessions that have begun, and one that ends in ten years: seats that become free are given away.</summary>
    public static readonly object[] UntilLater =
    [
        TwoDays[0],
        Session(
            $"{DateTime.UtcNow.AddYears(10):yyyy-MM-dd}T02:00:00Z",
            $"{DateTime.UtcNow.AddYears(10):yyyy-MM-dd}T03:00:00Z",
            60
        ),
    ];

    public DevelopmentClient Client => client;

    public static object Session(string startsAt, string endsAt, int minutes, string? id = null) =>
        new
        {
            id,
            startsAt,
            endsAt,
            minutes,
        };

    public Task<JsonElement> SendAsync(string mutation, string payload, object input) =>
        client.SendAsync(mutation, payload, input);

    private Task<JsonElement> SendAsync(string mutation, string payload, string error, object input) =>
        client.SendAsync(mutation, payload, input, error);

    /// <summary>The payload of saveOffering.</summary>
    public Task<JsonElement> SaveAsync(
        int? capacity,
        object[]? sessions = null,
        string? offeringId = null,
        int expectedVersion = 0,
        string office = PlanService.Office,
        string joining = "DIRECT",
        string overlaps = "NONE",
        int requiredPercent = 80,
        int? passingScore = null,
        string? courseId = null,
        string? activityId = null,
        int minimum = 0,
        string? key = null,
        int fiscalYear = 2566,
        string[]? targetCategories = null,
        bool dryRun = false
    ) =>
        SendAsync(
            "saveOffering",
            "offering { id version status sessions { id day } }",
            new
            {
                offeringId,
                officeCode = office,
                fiscalYear,
                expectedVersion,
                title = "อบรมหลักสูตรสถานศึกษา",
                method = "TRAINING",
                courseId,
                activityId,
                venue = "หอประชุม",
                capacity,
                minimum,
                joining,
                overlapPolicy = overlaps,
                requiredPercent,
                passingScore,
                reportRequired = false,
                sessions = sessions ?? TwoDays,
                targetCategories,
                dryRun,
                idempotencyKey = key ?? Guid.NewGuid().ToString(),
            }
        );

    /// <summary>An OPEN offering, of version 2.</summary>
    public async Task<string> OpenAsync(
        int? capacity,
        object[]? sessions = null,
        string office = PlanService.Office,
        string joining = "DIRECT",
        string overlaps = "NONE",
        string? activityId = null
    )
    {
        var saved = await SaveAsync(
            capacity,
            sessions,
            office: office,
            joining: joining,
            overlaps: overlaps,
            activityId: activityId
        );
        var id =
            saved.GetProperty("offering").ValueKind == JsonValueKind.Object
                ? saved.GetProperty("offering").GetProperty("id").GetString()!
                : throw new InvalidOperationException(saved.ToString());
        (await MoveAsync(id, 1, "OPEN")).ShouldContain("\"OPEN\"");
        return id;
    }

    public async Task<string> MoveAsync(string offeringId, int expectedVersion, string step, string? note = null) =>
        (
            await SendAsync(
                "moveOffering",
                "offering { status version }",
                new
                {
                    offeringId,
                    expectedVersion,
                    step,
                    note,
                    idempotencyKey = Guid.NewGuid().ToString(),
                }
            )
        ).ToString();

    public async Task<EnrolledAnswer> EnrollAsync(
        string offeringId,
        IEnumerable<string> people,
        string? key = null,
        (string Rule, string Reason)[]? exceptions = null,
        string? planItemId = null,
        bool singly = false,
        bool dryRun = false
    ) =>
        new(
            await SendAsync(
                "enroll",
                "enrollments { id status place seat overlapping }",
                new
                {
                    offeringId,
                    people = people.Select(personId => new { personId, planItemId }),
                    exceptions = exceptions?.Select(one => new { rule = one.Rule, reason = one.Reason }),
                    singly,
                    dryRun,
                    idempotencyKey = key ?? Guid.NewGuid().ToString(),
                }
            )
        );

    public async Task<EnrolledAnswer> WithdrawAsync(string offeringId, params string[] enrollments) =>
        new(
            await SendAsync(
                "withdrawEnrollments",
                "enrollments { id status place seat overlapping }",
                new
                {
                    offeringId,
                    enrollments,
                    idempotencyKey = Guid.NewGuid().ToString(),
                }
            )
        );

    public async Task<EnrolledAnswer> DecideAsync(string offeringId, bool accept, params string[] enrollments) =>
        new(
            await SendAsync(
                "decideEnrollments",
                "enrollments { id status place seat overlapping }",
                new
                {
                    offeringId,
                    enrollments,
                    accept,
                    idempotencyKey = Guid.NewGuid().ToString(),
                }
            )
        );

    /// <summary>The answer to importAttendance.</summary>
    public Task<JsonElement> ImportAsync(string offeringId, byte[] file, bool dryRun = false, string? key = null) =>
        SendAsync(
            "importAttendance",
            "report { rows recorded unchanged ignoredRows ignoredColumns }",
            "... on AttendanceFileRefusedError { unlistedFaults faults { row column message } }",
            new
            {
                offeringId,
                file = Convert.ToBase64String(file),
                dryRun,
                idempotencyKey = key,
            }
        );

    public async Task<string> CodeAsync(string sessionId, int minutesValid = 5) =>
        (await SendAsync("openAttendanceCode", "code expiresAt", new { sessionId, minutesValid })).ToString();

    public async Task<string> CheckInAsync(string sessionId, string code) =>
        (await SendAsync("checkIn", "enrollment { attendedMinutes shareOfHeld }", new { sessionId, code })).ToString();

    public async Task<string> AttendAsync(
        string offeringId,
        string? key,
        params (string Enrollment, string Session, int Minutes)[] items
    ) =>
        (
            await SendAsync(
                "recordAttendance",
                "offering { heldMinutes plannedMinutes }",
                new
                {
                    offeringId,
                    items = items.Select(one => new
                    {
                        enrollmentId = one.Enrollment,
                        sessionId = one.Session,
                        minutes = one.Minutes,
                    }),
                    idempotencyKey = key ?? Guid.NewGuid().ToString(),
                }
            )
        ).ToString();
}

/// <summary>What became of a mutation of enrolments.</summary>
public sealed record EnrolledAnswer(JsonElement Sent)
{
    public string Text => Sent.ToString();

    public bool Succeeded => Sent.TryGetProperty("enrollments", out var list) && list.ValueKind == JsonValueKind.Array;

    public string[] Ids => Of("id");

    public string[] Statuses => Of("status");

    /// <summary>The code of the first error.</summary>
    public string? Error =>
        Sent.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? errors[0].TryGetProperty("code", out var code)
                ? code.GetString()
                : errors[0].GetProperty("extensions").GetProperty("code").GetString()
            : null;

    private string[] Of(string field) =>
        Succeeded
            ? [.. Sent.GetProperty("enrollments").EnumerateArray().Select(one => one.GetProperty(field).GetString()!)]
            : throw new InvalidOperationException(Text);
}
