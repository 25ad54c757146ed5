using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Figures;

namespace TeacherDevPlan.Domain.Tests.Figures;

/// <summary>The figures of an office: some by hand, and what holds for all.</summary>
public sealed class DevelopmentFiguresTests
{
    private static readonly Guid Teacher = Id(101);
    private static readonly Guid Director = Id(102);
    private static readonly Guid SchoolA = Id(111);
    private static readonly Guid SchoolB = Id(112);
    private static readonly Guid Training = Id(121);
    private static readonly Guid Visit = Id(122);
    private static readonly Guid Maths = Id(131);
    private static readonly Guid Law = Id(132);
    private static readonly Guid Project = Id(141);
    private static readonly Guid First = Id(151);
    private static readonly Guid Second = Id(152);
    private static readonly Guid Third = Id(153);

    /// <summary>
    /// Four people in post: 1 and 2 are teachers at school A, 3 is a teacher at B and 4 its director; 2 moved to B in the year. 9 is not
    /// in post. The first event (training, on both topics, of the project) is in Q1, the second (visit, without a course) in Q2. The third
    /// has nobody.
    /// </summary>
    private static readonly DevelopmentFacts Facts = new(
        [
            new(Id(1), Teacher, SchoolA),
            new(Id(2), Teacher, SchoolA),
            new(Id(2), Teacher, SchoolB),
            new(Id(3), Teacher, SchoolB),
            new(Id(4), Director, SchoolB),
        ],
        [
            Took(1, First, SchoolA, Teacher, completed: true, minutes: 180),
            Took(2, First, SchoolA, Teacher, completed: false, minutes: 60),
            Took(4, First, SchoolB, Director, completed: true, minutes: 120),
            Took(1, Second, SchoolA, Teacher, completed: true, minutes: 90),
            Took(2, Second, SchoolB, Teacher, completed: true, minutes: 90),
            Took(9, Second, null, null, completed: true, minutes: 45),
        ],
        [
            new(Id(1), Maths, Teacher, SchoolA),
            new(Id(2), Maths, Teacher, SchoolA),
            new(Id(2), Law, Teacher, SchoolA),
            new(Id(4), Law, Director, SchoolB),
        ],
        [
            // 360 minutes of own people and 40 of somebody of another office in the first event.
            new(1000m, new Dictionary<Guid, long> { [First] = 400 }),
            new(77.77m, new Dictionary<Guid, long> { [Third] = 0 }),
        ]
    );

    [Fact]
    public void By_office_all_measures_are_as_counted_by_hand()
    {
        var figures = new DevelopmentFigures(Facts);
        var all = figures.By(DevelopmentKey.Office)[""];
        all.ShouldBe(
            new DevelopmentMeasures
            {
                InPost = 4,
                Developed = 3,
                Asking = 3,
                Met = 2,
                NeedsAsked = 4,
                NeedsMet = 2,
                Participants = 6,
                Completions = 5,
                Minutes = 525,
                Cost = 900m,
                CostedParticipants = 3,
                Assessed = 0,
                Applied = 0,
            }
        );
        (all.Coverage, all.MetShare, all.Hours, all.CostPerParticipant).ShouldBe((75m, 66.67m, 8.75m, 300m));
        (figures.UnsplitCost, figures.OthersCost).ShouldBe((77.77m, 100m));
        figures.By(DevelopmentKey.Province).ShouldBe(figures.By(DevelopmentKey.Office));
    }

    [Fact]
    public void By_every_other_key_people_are_counted_in_each_cell()
    {
        var figures = new DevelopmentFigures(Facts);
        Told(figures, DevelopmentKey.School)
            .ShouldBe(
                [
                    (SchoolA.ToString(), 2, 1, 2, 1, 3, 2, 270, 600m),
                    (SchoolB.ToString(), 3, 2, 1, 1, 2, 2, 210, 300m),
                    ("", 0, 0, 0, 0, 1, 1, 45, 0m),
                ],
                ignoreOrder: true
            );
        Told(figures, DevelopmentKey.Category)
            .ShouldBe(
                [
                    (Teacher.ToString(), 3, 2, 2, 1, 4, 3, 360, 600m),
                    (Director.ToString(), 1, 1, 1, 1, 1, 1, 120, 300m),
                    ("", 0, 0, 0, 0, 1, 1, 45, 0m),
                ],
                ignoreOrder: true
            );
        Told(figures, DevelopmentKey.Topic)
            .ShouldBe(
                [
                    (Maths.ToString(), 4, 2, 2, 1, 3, 2, 300, 900m),
                    (Law.ToString(), 4, 2, 2, 1, 3, 2, 300, 900m),
                    ("", 4, 2, 0, 0, 3, 3, 225, 0m),
                ],
                ignoreOrder: true
            );
        Told(figures, DevelopmentKey.Method)
            .ShouldBe(
                [
                    (Training.ToString(), 4, 2, null, null, 3, 2, 300, 900m),
                    (Visit.ToString(), 4, 2, null, null, 3, 3, 225, 0m),
                ],
                ignoreOrder: true
            );
        Told(figures, DevelopmentKey.Project)
            .ShouldBe(
                [(Project.ToString(), 4, 2, null, null, 3, 2, 300, 900m), ("", 4, 2, null, null, 3, 3, 225, 0m)],
                ignoreOrder: true
            );
        Told(figures, DevelopmentKey.Quarter)
            .ShouldBe(
                [("Q1", 4, 2, null, null, 3, 2, 300, 900m), ("Q2", 4, 2, null, null, 3, 3, 225, 0m)],
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData(IndicatorMeasure.NeedsMet, null, 2, 3)]
    [InlineData(IndicatorMeasure.Coverage, null, 3, 4)]
    [InlineData(IndicatorMeasure.Coverage, FiscalQuarter.Q1, 2, 4)]
    [InlineData(IndicatorMeasure.TopicsLearnt, null, 2, 4)]
    [InlineData(IndicatorMeasure.MethodsUsed, null, 2, 4)]
    [InlineData(IndicatorMeasure.HoursReached, null, 2, 4)]
    [InlineData(IndicatorMeasure.Completion, null, 5, 6)]
    [InlineData(IndicatorMeasure.Completion, FiscalQuarter.Q1, 2, 3)]
    public void Measures_of_indicators_are_as_counted_by_hand(
        IndicatorMeasure measure,
        FiscalQuarter? until,
        int numerator,
        int denominator
    )
    {
        var definition = Definition(measure, until);
        definition.Fault.ShouldBeNull();
        definition.Count(Facts).ShouldBe((numerator, denominator));
        definition.Text.English.ShouldContain("2566");
        definition.Text.Thai.ShouldContain("2566");
        (definition with { ProjectId = Project }).Count(Facts).Numerator.ShouldBeLessThanOrEqualTo(numerator);
    }

    [Fact]
    public void Whatever_is_recorded_parts_are_within_their_wholes_and_disjoint_keys_add_up()
    {
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var facts = RandomFacts(dice);
            var figures = new DevelopmentFigures(facts);
            var all = figures.By(DevelopmentKey.Office).GetValueOrDefault("", new DevelopmentMeasures());
            foreach (var key in Enum.GetValues<DevelopmentKey>())
            {
                var cells = figures.By(key).Values.ToList();
                foreach (var cell in cells)
                {
                    cell.Developed.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(cell.InPost!.Value, $"seed {seed}");
                    cell.Completions.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(cell.Participants!.Value);
                    if (cell.Asking is not null)
                    {
                        (
                            cell.Met <= cell.Asking
                            && cell.NeedsMet <= cell.NeedsAsked
                            && cell.Asking <= cell.NeedsAsked
                        ).ShouldBeTrue($"seed {seed}");
                    }
                }

                // Nobody is counted in the office who is in no cell, and events are in one cell each, except by topic.
                cells
                    .Sum(cell => cell.Developed)
                    .ShouldNotBeNull()
                    .ShouldBeGreaterThanOrEqualTo(Common(all.Developed), $"seed {seed} {key}");
                if (key == DevelopmentKey.Topic)
                    continue;
                cells.Sum(cell => cell.Participants).ShouldBe(all.Participants ?? 0, $"seed {seed} {key}");
                cells.Sum(cell => cell.Minutes).ShouldBe(all.Minutes ?? 0);
                cells.Sum(cell => cell.Cost).ShouldBe(all.Cost ?? 0);

                // By school and category, only those whose appointment of the year is there count as developed.
                int Common(int? developed) =>
                    key is DevelopmentKey.School or DevelopmentKey.Category ? 0 : developed ?? 0;
            }

            ((all.Cost ?? 0) + figures.OthersCost + figures.UnsplitCost).ShouldBe(
                facts.Activities.Sum(one => one.Spent),
                $"seed {seed}"
            );
        }
    }

    private static MeasureDefinition Definition(IndicatorMeasure measure, FiscalQuarter? until) =>
        new(
            measure,
            2566,
            until,
            measure == IndicatorMeasure.TopicsLearnt ? [new(Maths, "MATHS", "คณิตศาสตร์")] : [],
            measure == IndicatorMeasure.MethodsUsed ? [new(Training, "TRAINING", "การฝึกอบรม")] : [],
            measure == IndicatorMeasure.HoursReached ? 2 : null,
            null
        );

    private static (string, int?, int?, int?, int?, int?, int?, long?, decimal?)[] Told(
        DevelopmentFigures figures,
        DevelopmentKey key
    ) =>
        [
            .. figures
                .By(key)
                .Select(cell =>
                    (
                        cell.Key,
                        cell.Value.InPost,
                        cell.Value.Developed,
                        cell.Value.Asking,
                        cell.Value.Met,
                        cell.Value.Participants,
                        cell.Value.Completions,
                        cell.Value.Minutes,
                        cell.Value.Cost
                    )
                ),
        ];

    [Fact]
    public void Satisfaction_is_one_mean_of_all_scores_and_the_application_rate_is_of_those_assessed()
    {
        var facts = Facts with
        {
            TookPart =
            [
                .. Facts.TookPart.Select(one =>
                    one with
                    {
                        Applied =
                            one.PersonId == Id(1) ? true
                            : one.PersonId == Id(4) ? false
                            : null,
                    }
                ),
            ],
            // Means of 4 and of 5 of unequally many scores; the first event is of the project and on both topics.
            Satisfaction =
            [
                new(First, Training, Project, FiscalQuarter.Q1, [Maths, Law], 10, 40),
                new(Second, Visit, null, FiscalQuarter.Q2, [], 20, 100),
            ],
        };
        var figures = new DevelopmentFigures(facts);
        var all = figures.By(DevelopmentKey.Office)[""];
        (all.Satisfaction, all.Assessed, all.Applied, all.ApplicationRate).ShouldBe((4.67m, 3, 2, 66.67m));
        figures.By(DevelopmentKey.Topic)[Maths.ToString()].Satisfaction.ShouldBe(4m);
        figures.By(DevelopmentKey.Method)[Visit.ToString()].Satisfaction.ShouldBe(5m);
        figures.By(DevelopmentKey.Quarter)["Q1"].ApplicationRate.ShouldBe(50m);
        figures.By(DevelopmentKey.School).Values.ShouldAllBe(cell => cell.Satisfaction == null);
        new DevelopmentFigures(Facts).By(DevelopmentKey.Office)[""].ApplicationRate.ShouldBeNull();
    }

    private static DevelopmentFacts RandomFacts(Random dice)
    {
        Guid[] schools = [SchoolA, SchoolB];
        Guid[] categories = [Teacher, Director];
        Guid[] offerings = [First, Second, Third];
        var took = offerings
            .SelectMany(offering =>
                Enumerable
                    .Range(1, 8)
                    .Where(_ => dice.Next(2) == 0)
                    .Select(person =>
                        Took(
                            (byte)person,
                            offering,
                            dice.Next(5) == 0 ? null : schools[dice.Next(2)],
                            dice.Next(5) == 0 ? null : categories[dice.Next(2)],
                            dice.Next(2) == 0,
                            dice.Next(1, 300)
                        )
                    )
            )
            .ToList();
        return new DevelopmentFacts(
            [
                .. Enumerable
                    .Range(0, dice.Next(8))
                    .Select(_ => new Post(Person(), categories[dice.Next(2)], schools[dice.Next(2)]))
                    .Distinct(),
            ],
            took,
            [
                .. Enumerable
                    .Range(0, dice.Next(8))
                    .Select(_ => (Person: Person(), Topic: dice.Next(2) == 0 ? Maths : Law))
                    .Distinct()
                    .Select(one => new Need(one.Person, one.Topic, Teacher, SchoolA)),
            ],
            [
                .. offerings
                    .Where(_ => dice.Next(2) == 0)
                    .Select(offering => new CostedActivity(
                        dice.Next(100_000) / 100m,
                        new Dictionary<Guid, long>
                        {
                            [offering] =
                                took.Where(one => one.OfferingId == offering).Sum(one => one.Minutes)
                                + dice.Next(3) * 50,
                        }
                    )),
            ]
        );

        Guid Person() => Id((byte)dice.Next(1, 9));
    }

    private static TookPart Took(
        byte person,
        Guid offering,
        Guid? school,
        Guid? category,
        bool completed,
        int minutes
    ) =>
        new(
            Id(person),
            offering,
            category,
            school,
            offering == First ? Training : Visit,
            offering == First ? Project : null,
            offering == First ? FiscalQuarter.Q1 : FiscalQuarter.Q2,
            offering == First ? [Maths, Law] : [],
            completed,
            minutes
        );

    private static Guid Id(byte last) => new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, last);
}
