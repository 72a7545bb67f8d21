using PolicyGate.Isolation.Protocol;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Isolation.Tests.Protocol;

/// <summary>What a worker says comes through whole, or is not believed.</summary>
public sealed class AnswersMessageTests
{
    private static readonly Estate Estate = Estates.OfOnePod();

    private static readonly EstatePlaces Places = new(Estate);

    [Fact]
    public void Answers_come_through_as_they_were_given()
    {
        PolicyAnswers answers = Given();

        PolicyAnswers read = AnswersMessage.Read(AnswersMessage.Write(answers, Places).ToArray(), Places);

        read.Passed.ShouldBe(3);
        read.NotApplicable.ShouldBe(1);
        Answer failure = read.Answers[0];
        failure.Resource.ShouldBe(answers.Answers[0].Resource);
        failure.Subject.ShouldBe("Pod shop/web");
        Problem problem = failure.Verdict!.Problems.ShouldHaveSingleItem();
        problem.Message.ShouldBe("a lone \ud800 surrogate stays what it is");
        problem.Place.Path.ShouldBe("spec.containers[0].image");
        problem.Place.Location.ShouldBe(answers.Answers[0].Verdict!.Problems[0].Place.Location);
        problem.Fix!.Value.ShouldBe(new FixValue.Text("odoo:19", IsString: true));
        read.Answers[1].Error.ShouldBe(new PolicyError(ErrorCode.Budget, "too many steps"));
    }

    /// <summary>Both read choices up to the last that they know: one that is added behind it would be refused.</summary>
    [Fact]
    public void Every_error_and_operation_comes_through()
    {
        Node image = Estate.Resources.Single()["spec.containers[0].image"];
        foreach (ErrorCode code in Enum.GetValues<ErrorCode>())
        {
            Crossed(Answer.Without(new(code, "why"))).Error!.Code.ShouldBe(code);
        }

        foreach (FixOperation operation in Enum.GetValues<FixOperation>())
        {
            Fix fix = new(image.Route, operation, new FixValue.Text("x", IsString: true));
            Verdict verdict = Verdict.From(Outcome.Fail, [image], [new(image, "m", fix)], "");
            Crossed(Given().Answers[0] with { Verdict = verdict }).Verdict!.Problems.Single().Fix!.Operation.ShouldBe(operation);
        }
    }

    private static Answer Crossed(Answer answer) =>
        AnswersMessage.Read(AnswersMessage.Write(PolicyAnswers.Only("a/b", answer), Places).ToArray(), Places).Answers.Single();

    [Fact]
    public void Nothing_that_is_changed_on_the_way_can_do_more_than_be_refused()
    {
        byte[] message = AnswersMessage.Write(Given(), Places).ToArray();
        Random random = new(20261122);
        for (int attempt = 0; attempt < 20_000; attempt++)
        {
            byte[] changed = [.. message];
            for (int change = 0; change <= attempt % 4; change++)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            ReadsOrRefuses(changed[..random.Next(changed.Length + 1)]);
            ReadsOrRefuses(changed);
        }
    }

    [Fact]
    public void Values_that_nest_without_end_are_refused()
    {
        PayloadWriter writer = new();
        FixValue value = new FixValue.List([]);
        for (int depth = 0; depth < 500; depth++)
        {
            value = new FixValue.List([value]);
        }

        Fix fix = new(Image.Route, FixOperation.Set, value);
        PolicyAnswers answers = PolicyAnswers.Only("a", AnswerOf(Verdict.Fail(new(Image, "no", fix))));

        Should.Throw<ProtocolException>(() => AnswersMessage.Read(AnswersMessage.Write(answers, Places).ToArray(), Places));
    }

    [Fact]
    public void A_place_outside_of_the_estate_is_refused()
    {
        Node elsewhere = new Document("secrets.yaml", 0, new Mapping([], isFlow: false, Span.Start)).Root;
        PolicyAnswers answers = PolicyAnswers.Only("a", AnswerOf(Verdict.Fail(new(elsewhere, "no", null))));

        Should.Throw<ProtocolException>(() => AnswersMessage.Read(AnswersMessage.Write(answers, Places).ToArray(), Places))
            .Message.ShouldBe("a place is not of this estate");
    }

    [Fact]
    public void An_item_before_the_first_is_a_place_like_any_other()
    {
        Node before = Estate.Resources.Single()["spec.containers"][-1];
        PolicyAnswers answers = PolicyAnswers.Only("a", AnswerOf(Verdict.Fail(new(before, "no", null))));

        PolicyAnswers read = AnswersMessage.Read(AnswersMessage.Write(answers, Places).ToArray(), Places);

        read.Answers.Single().Verdict!.Problems.Single().Place.Route.ShouldBe(before.Route);
    }

    private static Node Image => Estate.Resources.Single()["spec.containers[0].image"];

    private static void ReadsOrRefuses(byte[] message)
    {
        try
        {
            AnswersMessage.Read(message, Places).ShouldNotBeNull();
        }
        catch (ProtocolException exception)
        {
            exception.Message.ShouldNotBeEmpty();
        }
    }

    private static PolicyAnswers Given() => new()
    {
        Policy = "images/pinned",
        Passed = 3,
        NotApplicable = 1,
        Answers =
        [
            AnswerOf(Verdict.Fail(new(Image, "a lone \ud800 surrogate stays what it is", new(Image.Route, FixOperation.Set, "odoo:19")))),
            AnswerOf(null) with { Error = new(ErrorCode.Budget, "too many steps") },
        ],
    };

    private static Answer AnswerOf(Verdict? verdict) => new()
    {
        Environment = "default",
        Resource = Estate.Resources.Single().Reference,
        Subject = "Pod shop/web",
        Place = Estate.Resources.Single().Node,
        Verdict = verdict,
    };
}
