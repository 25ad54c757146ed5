using NpgsqlTypes;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Figures;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Figures;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Compiling;
using TeacherDevPlan.Infrastructure.Reads.Running;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Figures;

/// <inheritdoc cref="IDevelopmentFactsReader"/>
internal sealed class DevelopmentFactsReader(
    ReadContexts contexts,
    ReadSession session,
    AccessControl access,
    Caller caller,
    TimeProvider time
) : IDevelopmentFactsReader
{
    /// <summary>The enrolments of those who were there.</summary>
    private const string WereThere = "e.status IN ('COMPLETED', 'NOT_COMPLETED')";

    public async Task<DevelopmentFacts> ReadAsync(Guid officeId, int fiscalYear, CancellationToken cancellationToken)
    {
        var found = await session.FindAsync(
            [.. Statements(contexts.For(caller), officeId, new FiscalYear(fiscalYear))],
            ReadRequests.Of(caller, new Dictionary<string, object?>(), time),
            access,
            seesUncommitted: true,
            cancellationToken
        );
        var (posts, took, topics) = (found[0], found[1], found[2]);
        var (needs, money, scores) = (found[3], found[4], found[5]);
        var ofCourse = Rows(topics).ToLookup(row => Id(topics, 0, row), row => Id(topics, 1, row));
        var year = new FiscalYear(fiscalYear);
        return new DevelopmentFacts(
            [.. Rows(posts).Select(row => new Post(Id(posts, 0, row), Id(posts, 1, row), IdOrNull(posts, 2, row)))],
            [
                .. Rows(took)
                    .Select(row => new TookPart(
                        Id(took, 0, row),
                        Id(took, 1, row),
                        IdOrNull(took, 2, row),
                        IdOrNull(took, 3, row),
                        Id(took, 4, row),
                        IdOrNull(took, 5, row),
                        QuarterOf(year, (DateOnly?)took[6].Value(row)),
                        IdOrNull(took, 7, row) is { } course ? [.. ofCourse[course]] : [],
                        took.Value<bool>(8, row),
                        took.Value<int>(9, row),
                        (bool?)took[10].Value(row)
                    )),
            ],
            [
                .. Rows(needs)
                    .Select(row => new Need(
                        Id(needs, 0, row),
                        Id(needs, 1, row),
                        Id(needs, 2, row),
                        IdOrNull(needs, 3, row)
                    )),
            ],
            [
                .. Rows(money)
                    .GroupBy(row => Id(money, 0, row))
                    .Select(activity => new CostedActivity(
                        money.Value<decimal>(2, activity.First()),
                        activity.ToDictionary(row => Id(money, 1, row), row => (long)money.Value<int>(3, row))
                    )),
            ]
        )
        {
            Satisfaction =
            [
                .. Rows(scores)
                    .Select(row => new EventSatisfaction(
                        Id(scores, 0, row),
                        Id(scores, 1, row),
                        IdOrNull(scores, 2, row),
                        QuarterOf(year, (DateOnly?)scores[3].Value(row)),
                        IdOrNull(scores, 4, row) is { } course ? [.. ofCourse[course]] : [],
                        scores.Value<int>(5, row),
                        scores.Value<int>(6, row)
                    )),
            ],
        };
    }

    /// <summary>An event that is held outside the year counts in its first or last quarter.</summary>
    private static FiscalQuarter QuarterOf(FiscalYear year, DateOnly? day) =>
        day is not { } held || held < year.StartsOn ? FiscalQuarter.Q1
        : held > year.EndsOn ? FiscalQuarter.Q4
        : year.QuarterOf(held);

    private static IEnumerable<Statement> Statements(ReadContext context, Guid officeId, FiscalYear year)
    {
        yield return Of(
            0,
            [("a.person_id", ColumnKind.Id), ("a.category_id", ColumnKind.Id), ("a.school_id", ColumnKind.Id)],
            (office, value) =>
                $"FROM appointments a WHERE a.is_main AND a.office_id = {office} AND a.held_from <= {value(year.EndsOn)} "
                + $"AND (a.held_to IS NULL OR a.held_to >= {value(year.StartsOn)})"
        );
        yield return Of(
            1,
            [
                ("e.person_id", ColumnKind.Id),
                ("e.offering_id", ColumnKind.Id),
                ("e.category_id", ColumnKind.Id),
                ("e.school_id", ColumnKind.Id),
                ("o.method_id", ColumnKind.Id),
                ("o.project_id", ColumnKind.Id),
                ("o.ends_on", ColumnKind.Date),
                ("o.course_id", ColumnKind.Id),
                ("e.status = 'COMPLETED'", ColumnKind.Boolean),
                ("e.attended_minutes", ColumnKind.Int),
                (
                    "(SELECT a.level >= a.level_needed FROM application_assessments a WHERE a.enrollment_id = e.id AND a.is_last)",
                    ColumnKind.Boolean
                ),
            ],
            (office, value) =>
                $"FROM enrollments e JOIN offerings o ON o.id = e.offering_id WHERE e.office_id = {office} "
                + $"AND e.fiscal_year = {value(year.Number)} AND {WereThere}"
        );
        yield return Of(
            2,
            [("s.course_id", ColumnKind.Id), ("s.topic_id", ColumnKind.Id)],
            (office, value) =>
                "FROM course_subjects s WHERE s.topic_id IS NOT NULL AND s.course_id IN (SELECT o.course_id FROM enrollments e "
                + $"JOIN offerings o ON o.id = e.offering_id WHERE e.office_id = {office} AND e.fiscal_year = {value(year.Number)} "
                + $"UNION ALL SELECT o.course_id FROM offerings o WHERE o.office_id = {office} AND o.fiscal_year = {value(year.Number)})"
        );
        yield return Of(
            3,
            [
                ("c.person_id", ColumnKind.Id),
                ("c.topic_id", ColumnKind.Id),
                ("p.category_id", ColumnKind.Id),
                ("p.school_id", ColumnKind.Id),
            ],
            (office, value) =>
                "FROM needs_choices c JOIN needs_participants p ON p.id = c.participant_id "
                + $"WHERE c.office_id = {office} AND c.fiscal_year = {value(year.Number)}"
        );
        yield return Of(
            4,
            [
                ("o.activity_id", ColumnKind.Id),
                ("o.id", ColumnKind.Id),
                ("b.disbursed_q1 + b.disbursed_q2 + b.disbursed_q3 + b.disbursed_q4", ColumnKind.Decimal),
                (
                    $"coalesce((SELECT sum(e.attended_minutes) FROM enrollments e WHERE e.offering_id = o.id AND {WereThere}), 0)::int",
                    ColumnKind.Int
                ),
            ],
            (office, value) =>
                "FROM offerings o JOIN activity_budgets b ON b.activity_id = o.activity_id "
                + $"WHERE o.office_id = {office} AND o.fiscal_year = {value(year.Number)}"
        );
        yield return Of(
            5,
            [
                ("o.id", ColumnKind.Id),
                ("o.method_id", ColumnKind.Id),
                ("o.project_id", ColumnKind.Id),
                ("o.ends_on", ColumnKind.Date),
                ("o.course_id", ColumnKind.Id),
                (
                    "(SELECT sum(i.answers) FROM questionnaire_item_results i WHERE i.result_id = r.id)::int",
                    ColumnKind.Int
                ),
                ("r.sum::int", ColumnKind.Int),
            ],
            (office, value) =>
                "FROM offerings o JOIN questionnaires q ON q.offering_id = o.id JOIN questionnaire_results r ON r.questionnaire_id = q.id "
                + $"WHERE o.office_id = {office} AND o.fiscal_year = {value(year.Number)}"
        );

        Statement Of(
            int number,
            (string Sql, ColumnKind Kind)[] columns,
            Func<string, Func<object, string>, string> from
        )
        {
            var statement = new Statement(context, number);
            foreach (var column in columns)
                statement.Column(column.Sql, column.Kind);
            var office = statement.Value(NpgsqlDbType.Uuid, _ => officeId);
            var rest = from(
                office,
                value => statement.Value(value is int ? NpgsqlDbType.Integer : NpgsqlDbType.Date, _ => value)
            );
            statement.Text = selected => $"SELECT DISTINCT {selected} {rest}";
            return statement;
        }
    }

    private static IEnumerable<int> Rows(Found found) => Enumerable.Range(0, found.Count);

    private static Guid Id(Found found, int column, int row) => found.Value<Guid>(column, row);

    private static Guid? IdOrNull(Found found, int column, int row) => (Guid?)found[column].Value(row);
}
