// A few words or phrases in one box, with commas between them.
import { useState, type InputHTMLAttributes } from "react";
import { Input } from "./Input";
import { inOneLine, wordsOf } from "./words";

interface WordsInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "onChange"> {
  words: string[];
  onWords: (words: string[]) => void;
}

export function WordsInput({ words, onWords, ...rest }: WordsInputProps) {
  const [text, setText] = useState(inOneLine(words));
  return (
    <Input
      autoComplete="off"
      {...rest}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onWords(wordsOf(event.target.value));
      }}
      onBlur={() => setText(inOneLine(words))}
    />
  );
}
